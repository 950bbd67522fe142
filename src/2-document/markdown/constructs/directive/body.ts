import type { Line } from '../../../../1-source/source.ts'
import { trimBlank } from '../../../syntax/sliced-lines.ts'

/** A directive's body without the blank lines at its ends. */
export const trimmedBody = (body: readonly Line[]): readonly Line[] => trimBlank(body)
