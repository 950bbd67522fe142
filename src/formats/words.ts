/** Words parted by blanks, as a set: for lists that are written out. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
