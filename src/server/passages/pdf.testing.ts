/** A PDF of these objects, by their numbers from 1; the first is the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.7\n']
  const offsets: number[] = []
  for (const [at, body] of objects.entries()) {
    offsets.push(Buffer.byteLength(parts.join(''), 'latin1'))
    parts.push(`${at + 1} 0 obj\n${body}\nendobj\n`)
  }
  const start = Buffer.byteLength(parts.join(''), 'latin1')
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`)
  parts.push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

/** Pages with these contents, and a font that lies in no file: its characters are named by a table of the country's own (GB 18030 as bytes). */
export function pagesOf(contents: readonly string[], trailer = ''): Buffer {
  const font = '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [4 0 R] >>'
  const descendant =
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>'
  const descriptor =
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'
  const first = 6
  const kids = contents.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  const pages = contents.flatMap((content, at) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
    stream(content),
  ])
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
      font,
      descendant,
      descriptor,
      ...pages,
    ],
    trailer,
  )
}

/** A line at a place, its text as hexadecimal bytes of GBK. */
export const line = (x: number, y: number, hex: string, size = 10): string => `BT /F ${size} Tf ${x} ${y} Td <${hex}> Tj ET`
