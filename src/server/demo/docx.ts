import { crc32, deflateRawSync } from 'node:zlib'
import type { Passage } from '../../core/document/passage.ts'

type Entry = { readonly name: string; readonly text: string }

/** A plain archive: what Word opens. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const { name, text } of entries) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)]
    const packed = deflateRawSync(bytes)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x0800, 2)
    about.writeUInt16LE(8, 4)
    // the first of January 1980: an archive knows no earlier day, and the same text gives the same bytes
    about.writeUInt16LE(0x21, 8)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(path.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), about, path, packed])
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), about, rest, path]))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function paragraph(text: string, styled?: string): string {
  const properties = styled === undefined ? '' : `<w:pPr><w:pStyle w:val="${styled}"/></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

function row(cells: readonly string[]): string {
  return `<w:tr>${cells.map((text) => `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`).join('')}</w:tr>`
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')

function bodyOf(passages: readonly Omit<Passage, 'at'>[]): string {
  const parts: string[] = []
  let rows: string[] = []
  const endTable = () => {
    if (rows.length > 0) parts.push(`<w:tbl><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr>${rows.join('')}</w:tbl>`)
    rows = []
  }
  for (const { kind, level, text, cells } of passages) {
    if (cells) rows.push(row(cells))
    else endTable()
    if (kind === 'heading') parts.push(paragraph(text, level === 1 ? 'Title' : `Heading${level - 1}`))
    else if (!cells) parts.push(paragraph(text))
  }
  endTable()
  return parts.join('')
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OOXML = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

function style(id: string, name: string, size: number): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:spacing w:before="240" w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`
}

/** A Word document of these passages, small and the same each time. */
export function docxOf(passages: readonly Omit<Passage, 'at'>[]): Buffer {
  return zipOf([
    {
      name: '[Content_Types].xml',
      text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OOXML}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OOXML}.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'word/styles.xml',
      text: `${HEAD}<w:styles ${W}>${style('Title', 'Title', 36)}${style('Heading1', 'heading 1', 28)}${style('Heading2', 'heading 2', 24)}</w:styles>`,
    },
    { name: 'word/document.xml', text: `${HEAD}<w:document ${W}><w:body>${bodyOf(passages)}</w:body></w:document>` },
  ])
}
