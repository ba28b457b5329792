import type { Cutover } from '../../../wire/cutover.ts'

type Sheet = Cutover['sheets'][number]

const plain = (text: string): string => text.replaceAll(/[\s*＊"]/gu, '').toLowerCase()

/** Pasted rows with the template's headings above them, unless the first row is one of headings itself. */
export function withHeadings(text: string, { columns }: Pick<Sheet, 'columns'>): string {
  const body = text.replace(/^\s*\n/, '')
  const [first = ''] = body.split('\n', 1)
  const parted = body.includes('\t') ? '\t' : ','
  const names = new Set(columns.map(({ name }) => plain(name)))
  const cells = first.split(parted).filter((one) => one.trim() !== '')
  if (cells.length > 0 && cells.every((one) => names.has(plain(one)))) return body
  return `${columns.map(({ name }) => name).join(parted)}\n${body}`
}
