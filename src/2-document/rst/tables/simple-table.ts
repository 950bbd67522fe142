import type { BlockConstruct } from '../context.ts'

export const simpleTable: BlockConstruct = { name: 'simple_table', read: () => undefined }
