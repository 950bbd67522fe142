/** A file system error in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons.get(code) ?? (error instanceof Error ? error.message : String(error))
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['EFBIG', 'the system lets no file be so large'],
  ['EIO', 'the disk fails'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
  ['ETXTBSY', 'it is a program that runs'],
  ['EBUSY', 'something else uses it'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'a part of the path is a file'],
  ['EISDIR', 'it is a folder'],
  ['EADDRINUSE', 'something else listens there'],
  ['ENOENT', 'no folder can be made there'],
  ['ELOOP', 'its links lead in a circle'],
  ['ERR_FS_FILE_TOO_LARGE', 'it has more than 2 GB'],
  ['ENAMETOOLONG', 'the name is too long'],
])
