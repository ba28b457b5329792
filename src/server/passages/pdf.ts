import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { DocumentUnread, MOST_CHARACTERS, MOST_PAGES } from './draft.ts'
import type { Draft } from './draft.ts'
import { linesOf } from './pdf-lines.ts'
import type { Line, Piece } from './pdf-lines.ts'
import { paragraphsOf } from './pdf-paragraphs.ts'

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]

const FOLDER = dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))
/** A page whose text is shorter, on average, is a picture of paper. */
const LEAST_ON_A_PAGE = 12

/** What stands upright in the body: heads and feet that say so are passed over, and so are watermarks across a page. */
function piecesOf(items: readonly Item[]): readonly Piece[] {
  const open: boolean[] = []
  return items.flatMap((item): Piece[] => {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push((item as { readonly tag?: string }).tag === 'Artifact')
      return []
    }
    const [, skew = 0, , size = 0, x = 0, y = 0] = item.transform as readonly number[]
    if (open.includes(true) || Math.abs(skew) > 0.1 * Math.abs(size) || size <= 0) return []
    return [{ text: item.str, x, y, size, width: item.width }]
  })
}

async function readPages(document: PDFDocumentProxy): Promise<readonly (readonly Line[])[]> {
  const pages: (readonly Line[])[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const pieces = piecesOf(items)
    characters += pieces.reduce((sum, { text }) => sum + text.trim().length, 0)
    if (characters > MOST_CHARACTERS) throw new DocumentUnread('too-long')
    pages.push(linesOf(pieces, number))
    page.cleanup()
  }
  if (characters < LEAST_ON_A_PAGE * document.numPages) throw new DocumentUnread('no-text')
  return pages
}

function unread(error: unknown): DocumentUnread {
  if (error instanceof DocumentUnread) return error
  return new DocumentUnread((error as Error).name === 'PasswordException' ? 'locked' : 'broken')
}

/** The text layer of a PDF. It draws nothing, runs nothing that stands in the file, and asks nobody: its tables of characters lie beside the program. */
export async function readPdf(bytes: Buffer): Promise<{ readonly drafts: readonly Draft[]; readonly pages: number }> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    cMapUrl: `${join(FOLDER, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(FOLDER, 'standard_fonts')}/`,
  })
  try {
    const document = await task.promise
    if (document.numPages > MOST_PAGES) throw new DocumentUnread('too-many-pages')
    return { drafts: paragraphsOf(await readPages(document)), pages: document.numPages }
  } catch (error) {
    throw unread(error)
  } finally {
    await task.destroy()
  }
}
