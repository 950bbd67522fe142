import type { BlockConstruct } from '../context.ts'

export const gridTable: BlockConstruct = { name: 'grid_table', read: () => undefined }
