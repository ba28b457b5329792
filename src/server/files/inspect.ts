import { Readable } from 'node:stream'
import { fileTypeFromStream } from 'file-type'
import { extensionOf, kindOf, typeByName } from '../../core/file/kind.ts'
import type { MediaType } from '../../core/file/kind.ts'

/** Why a file is not taken. `kind`: nothing that may be attached; `name`: it is not what its ending says. */
export type Unfit = { readonly because: 'executable' | 'markup' | 'kind' | 'name' | 'locked'; readonly extension: string } | Unscanned

/** `infected`: the scanner found something; `unscanned`: it gave no answer. */
export type Unscanned = { readonly because: 'infected' | 'unscanned'; readonly found: string }

export type Inspected = { readonly mediaType: string } | Unfit

/** How file-type names what we call otherwise. */
const ALIASES: Readonly<Record<string, MediaType>> = {
  'image/heif': 'image/heic',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heic',
  'image/apng': 'image/png',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
}

/** A recorder that writes sound alone into the box of a film. */
const READ_AS: Readonly<Record<string, readonly MediaType[]>> = { 'video/mp4': ['audio/mp4'] }

const EXECUTABLE = /msdownload|x-elf|mach-binary|wasm|x-msi|java|x-shockwave|x-ms-shortcut|chrome-extension|x-deb|x-rpm|x-apple-diskimage/
const MARKUP = /xml|html|svg/
const RUNS: readonly string[] = [
  'exe',
  'dll',
  'bat',
  'cmd',
  'com',
  'scr',
  'msi',
  'sh',
  'ps1',
  'vbs',
  'js',
  'jar',
  'apk',
  'docm',
  'xlsm',
  'lnk',
]
const PAGES: readonly string[] = ['svg', 'htm', 'html', 'xhtml', 'xml', 'mht']

/** The beginning of a text that a browser might take for a page, or a shell for a program. */
const PAGE_BEGINS = /^\s*<(!doctype\s|html|head|body|svg|script|iframe|\?xml)/iu
const PROGRAM_BEGINS = /^#!/u
/** Tab, line ends and form feed stand in texts; nothing else below a blank does. */
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F\u007F]/u

function unfit(because: Exclude<Unfit, Unscanned>['because'], name: string): Unfit {
  return { because, extension: extensionOf(name) }
}

/** The whole text held against one way of writing it; its beginning, or undefined where it is none. */
async function readText(bytes: Readable, charset: string): Promise<string | undefined> {
  const decoder = new TextDecoder(charset, { fatal: true })
  let begins = ''
  try {
    for await (const piece of bytes) {
      const text = decoder.decode(piece as Uint8Array, { stream: true })
      if (NO_TEXT.test(text)) return undefined
      if (begins.length < 1000) begins += text.slice(0, 1000)
    }
    decoder.decode()
    return begins
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  } finally {
    bytes.destroy()
  }
}

/** Texts of this country are written in UTF-8, by older programs in GB 18030, by some in UTF-16. */
const CHARSETS = ['utf-8', 'utf-16le', 'gb18030'] as const

async function inspectText(bytes: () => Readable, name: string, type: MediaType): Promise<Inspected> {
  for (const charset of CHARSETS) {
    const begins = await readText(bytes(), charset)
    // without its mark at the beginning any even number of bytes might be UTF-16
    if (begins === undefined || (charset === 'utf-16le' && !(await beginsWithMark(bytes())))) continue
    if (PAGE_BEGINS.test(begins)) return unfit('markup', name)
    if (PROGRAM_BEGINS.test(begins)) return unfit('executable', name)
    return { mediaType: charset === 'utf-8' ? type : `${type};charset=${charset}` }
  }
  return unfit('name', name)
}

async function beginsWithMark(bytes: Readable): Promise<boolean> {
  for await (const piece of bytes) {
    bytes.destroy()
    return (piece as Uint8Array)[0] === 0xff && (piece as Uint8Array)[1] === 0xfe
  }
  return false
}

async function detected(bytes: Readable): Promise<string | undefined> {
  try {
    const found = await fileTypeFromStream(Readable.toWeb(bytes) as never, { maxBufferSize: 16 * 1024 * 1024 })
    return found?.mime
  } catch {
    // a file cut short or made to confuse has no type
    return undefined
  } finally {
    bytes.destroy()
  }
}

/** Before a byte is sent: a name that nothing attachable is called by. */
export function unfitName(name: string): Unfit | undefined {
  const extension = extensionOf(name)
  if (RUNS.includes(extension)) return unfit('executable', name)
  if (PAGES.includes(extension)) return unfit('markup', name)
  return typeByName(name) === undefined ? unfit('kind', name) : undefined
}

/** What a file is, as its bytes say and its name bears out; or why it is not taken. `bytes` gives them anew, from the beginning. */
export async function inspect(bytes: () => Readable, name: string): Promise<Inspected> {
  const named = typeByName(name)
  if (named === undefined) return unfitName(name) ?? unfit('kind', name)
  if (named.startsWith('text/')) return inspectText(bytes, name, named)
  const found = await detected(bytes())
  if (found !== undefined && EXECUTABLE.test(found)) return unfit('executable', name)
  // Word and Excel lock a file by putting it into the box of their old formats
  if (found === 'application/x-cfb' && named.includes('openxmlformats')) return unfit('locked', name)
  const type = found === undefined ? undefined : (ALIASES[found] ?? found)
  if (type === named || (type !== undefined && READ_AS[type]?.includes(named))) return { mediaType: named }
  if (type !== undefined && kindOf(type) === undefined && MARKUP.test(type) && !type.includes('openxml')) return unfit('markup', name)
  return unfit('name', name)
}
