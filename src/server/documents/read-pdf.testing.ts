import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist'

export type ReadPdf = {
  /** each page as one line of text: what stands side by side follows each other */
  readonly pages: readonly string[]
  /** all of it but the heads and feet of the pages, without any space: lines and pages may break anywhere */
  readonly run: string
  readonly attached: ReadonlyMap<string, Uint8Array>
  readonly info: Readonly<Record<string, unknown>>
}

const bare = (text: string): string => text.replaceAll(/\s/g, '')

/** True where the paper says this, wherever its lines break. */
export function says(pdf: ReadPdf, words: string): boolean {
  return pdf.run.includes(bare(words))
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number]

function textOf(items: readonly Item[]): string {
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** Heads and feet are marked as what a reader aloud passes over. */
function inBody(items: readonly Item[]): Item[] {
  const open: boolean[] = []
  return items.filter((item) => {
    if ('str' in item) return !open.includes(true)
    if (item.type === 'endMarkedContent') open.pop()
    else open.push((item as { readonly tag?: string }).tag === 'Artifact')
    return false
  })
}

/** What somebody else's reader finds in a PDF. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  const bodies: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    pages.push(textOf(items))
    bodies.push(textOf(inBody(items)))
  }
  const attached = new Map<string, Uint8Array>()
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    const file = await document.getAttachmentContent(id)
    if (file) attached.set(filename, file)
  }
  const { info } = await document.getMetadata()
  await task.destroy()
  return {
    pages,
    run: bare(bodies.join('\n')),
    attached,
    info: info as Readonly<Record<string, unknown>>,
  }
}
