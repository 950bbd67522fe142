/** The files that the cases read, by name. */
export const files: Readonly<Record<string, string>> = {
  'inc1.txt':
    'Included paragraph\nwith two lines.\n\nInner section\n=============\n\n* a list\n* in the file\n\n\ttabbed\ttext\n.. note:: nested\n\n   .. include:: inc2.txt\n',
  'inc2.txt': 'Second file.\n\n  quote in it\n',
  'loop1.txt': 'loop\n\n.. include:: loop2.txt\n',
  'loop2.txt': 'loop two\n\n.. include:: loop1.txt\n',
  'parts.txt': 'Line 0\nLine 1\nSTART here Line 2\nLine 3\nline STOP 4\nLine 5\n',
  'tabs.txt': 'a\tb\n\tc  \n\nlast',
  'raw.html': '<p>raw</p>\r\n<b>x</b>\r\n',
  'data.csv': '"Treat","Quantity"\n"Albatross","2.99"\n"multi\nline",x\n',
  'tab.csv': 'a\tb c\td\n1\t2\t3\n',
  'empty.csv': '\n',
  'err.txt': 'Title in file\n\n*unclosed\n',
  'long.txt': 'A line that is longer than thirty characters.\n',
  'sec.txt': 'A\n=\n\na\n\nB\n=\n\nb\n',
  'sub/one.txt': 'Sub.\n\n.. include:: ../inc2.txt\n\n.. include:: other.txt\n',
  'empty.txt': '',
  'blanks.py': '\n\nx = 1\n\ny = 2\n\n',
  'only-blanks.py': '\n\n\n',
  'sub/other.txt': 'Other.\n',
}
