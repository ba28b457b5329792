import type { Passage } from '../../core/document/passage.ts'
import { packArchive } from '../files/archive.ts'

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
export function docxOf(passages: readonly Omit<Passage, 'at'>[]): Promise<Buffer> {
  return packArchive([
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
