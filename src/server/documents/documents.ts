import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Attached, Block, DocumentContent, Letterhead, Picture } from './document.ts'
import type { TypesetAnswer, TypesetRequest } from './typeset.ts'
import { documentWord } from './words.ts'

/** 文档: content as data → bytes. The same content gives the same bytes. */
export type Documents = {
  /** PDF/A-3, fonts and attached files inside. Throws `DocumentRefused` where a document is too long, takes too long, or too many wait. */
  readonly pdf: (content: DocumentContent) => Promise<Uint8Array>
  /** its pages as one SVG picture, letters as shapes: it needs no font and runs no script */
  readonly picture: (content: DocumentContent) => Promise<string>
  readonly close: () => Promise<void>
}

/** What no waiting helps against, or only waiting does. */
export class DocumentRefused extends Error {
  readonly code: 'too-long' | 'too-slow' | 'busy'

  constructor(code: DocumentRefused['code']) {
    super(`document: ${code}`)
    this.code = code
  }
}

export type DocumentLimits = {
  readonly timeMs: number
  readonly contentBytes: number
  /** of photos, which are many times what is said beside them */
  readonly pictureBytes: number
  readonly waiting: number
  /** how long the process stays when nothing is asked of it */
  readonly idleMs: number
}

const LIMITS: DocumentLimits = { timeMs: 30_000, contentBytes: 2_000_000, pictureBytes: 32_000_000, waiting: 30, idleMs: 30_000 }

type Files = TypesetRequest['files']
type Sheet = Pick<TypesetRequest, 'content' | 'files'> & { readonly pictures: Files }

const pathOf = (name: string, { type }: Picture): string => `${name}.${type === 'png' ? 'png' : 'jpg'}`

type Fields = Extract<Block, { kind: 'fields' }>

/** The blocks with their photos by the path where each lies. */
function withPhotos(blocks: readonly Block[]): { blocks: readonly Block[]; pictures: Files } {
  const pictures: Files[number][] = []
  const placed = (photo: Picture): string => {
    const path = pathOf(`photo-${pictures.length}`, photo)
    pictures.push({ path, bytes: photo.bytes })
    return path
  }
  const fields = (block: Fields): object => ({
    ...block,
    fields: block.fields.map((one) => ({ ...one, pictures: one.pictures?.map(placed) ?? [] })),
  })
  return { blocks: blocks.map((one) => (one.kind === 'fields' ? (fields(one) as Fields) : one)), pictures }
}

/** The blocks as the template reads them: a seal by the path where its picture lies. */
function withSeals(blocks: readonly Block[]): { blocks: readonly object[]; files: Files } {
  const files: Files[number][] = []
  const placed = (seal: Picture | undefined): string | null => {
    if (!seal) return null
    const path = pathOf(`seal-${files.length}`, seal)
    files.push({ path, bytes: seal.bytes })
    return path
  }
  const told = blocks.map((one) =>
    one.kind === 'signatures' ? { ...one, sides: one.sides.map((side) => ({ ...side, seal: placed(side.seal) })) } : one,
  )
  return { blocks: told, files }
}

function withLogo({ logo, firm, address, phone, footer }: Letterhead): { letterhead: object; files: Files } {
  const path = logo && pathOf('logo', logo)
  return {
    letterhead: { firm, address: address ?? null, phone: phone ?? null, footer: footer ?? null, logo: path ?? null },
    files: logo && path !== undefined ? [{ path, bytes: logo.bytes }] : [],
  }
}

const placeOf = (index: number): string => `attached-${index}`

function nothingForUndefined(_: string, value: unknown): unknown {
  return value === undefined ? null : value
}

/** What the template reads: every key there, `none` for what is not. */
function sheetOf({ locale, letterhead: head, attached, date, dated, blocks: said, ...content }: DocumentContent): Sheet {
  const at = new Date(date)
  const { letterhead, files } = withLogo(head)
  const { blocks: illustrated, pictures } = withPhotos(said)
  const { blocks, files: seals } = withSeals(illustrated)
  const [lang, region] = locale.toLowerCase().split('-')
  const parts = {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
  const sheet = {
    ...content,
    blocks,
    letterhead,
    date: parts,
    lang,
    region: region ?? 'us',
    page: documentWord(locale, 'page', {}),
    open: documentWord(locale, 'quote-open'),
    close: documentWord(locale, 'quote-close'),
    numbered: documentWord(locale, 'numbered', { number: content.number }),
    dated: dated === undefined ? undefined : documentWord(locale, 'dated', { date: dated }),
    attached: attached.map(({ name, type, description }: Attached, index) => ({ path: placeOf(index), name, type, description })),
  }
  return {
    content: JSON.parse(JSON.stringify(sheet, nothingForUndefined)) as object,
    files: [...files, ...seals, ...attached.map(({ bytes }, index) => ({ path: placeOf(index), bytes }))],
    pictures,
  }
}

const bytesIn = (files: Files): number => files.reduce((sum, { bytes }) => sum + bytes.length, 0)

function isTooLong({ content, files, pictures }: Sheet, { contentBytes, pictureBytes }: DocumentLimits): boolean {
  return JSON.stringify(content).length + bytesIn(files) > contentBytes || bytesIn(pictures) > pictureBytes
}

/** The process that sets documents: started by the first of them, ended when nothing came for a while. It gets nothing of the server's environment that it has no use for. */
class Typesetter {
  readonly #limits: DocumentLimits
  #child: ChildProcess | undefined
  #idle: NodeJS.Timeout | undefined
  #next = 1

  constructor(limits: DocumentLimits) {
    this.#limits = limits
  }

  #start(): ChildProcess {
    const { PATH, HOME, LANG, SystemRoot } = process.env
    const child = fork(fileURLToPath(new URL(import.meta.resolve('./typeset.ts'))), [], {
      serialization: 'advanced',
      execArgv: ['--max-old-space-size=512'],
      env: { PATH, HOME, LANG, SystemRoot },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    return child
  }

  end(): void {
    clearTimeout(this.#idle)
    this.#child?.kill('SIGKILL')
    this.#child = undefined
  }

  async set(request: Omit<TypesetRequest, 'id'>): Promise<Uint8Array> {
    clearTimeout(this.#idle)
    const child = (this.#child ??= this.#start())
    const answer = await this.#ask(child, { ...request, id: this.#next++ })
    this.#idle = setTimeout(() => this.end(), this.#limits.idleMs).unref()
    // what waits for nothing keeps no program running
    child.unref()
    child.channel?.unref()
    if (!answer.ok) throw new Error(`a document could not be set: ${answer.problem}`)
    return answer.bytes
  }

  #ask(child: ChildProcess, request: TypesetRequest): Promise<TypesetAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<TypesetAnswer>()
    child.ref()
    child.channel?.ref()
    const slow = setTimeout(() => {
      this.end()
      reject(new DocumentRefused('too-slow'))
    }, this.#limits.timeMs)
    const gone = (): void => reject(new Error('the process that sets documents ended'))
    child.once('exit', gone)
    child.once('error', reject)
    child.once('message', resolve as (message: unknown) => void)
    child.send(request)
    return promise.finally(() => {
      clearTimeout(slow)
      child.off('exit', gone)
      child.off('error', reject)
      child.off('message', resolve as (message: unknown) => void)
    })
  }
}

/** The white ground of a page as the compiler draws it: at the top of the picture for every page, the last over the first. */
const GROUND = /\n {4}<path class="typst-shape" fill="#ffffff" fill-rule="nonzero" d="M 0 0v [\d.]+ h [\d.]+ v -[\d.]+ Z "\/>/g

/** One ground under all pages. */
function onOneGround(picture: string): string {
  return picture.replaceAll(GROUND, '').replace(/^(<svg [^>]*>)/, '$1\n    <rect width="100%" height="100%" fill="#ffffff"/>')
}

/** Nothing is loaded before the first document. One is set after the other. */
export function openDocuments(limits: Partial<DocumentLimits> = {}): Documents {
  const all = { ...LIMITS, ...limits }
  const typesetter = new Typesetter(all)
  let before: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const inTurn = async (content: DocumentContent, as: TypesetRequest['as']): Promise<Uint8Array> => {
    const sheet = sheetOf(content)
    if (isTooLong(sheet, all)) throw new DocumentRefused('too-long')
    if (waiting >= all.waiting) throw new DocumentRefused('busy')
    waiting++
    const turn = before.then(() => typesetter.set({ as, content: sheet.content, files: [...sheet.files, ...sheet.pictures] }))
    before = turn.catch(() => undefined)
    return turn.finally(() => waiting--)
  }
  return {
    pdf: (content) => inTurn(content, 'pdf'),
    picture: async (content) => onOneGround(Buffer.from(await inTurn(content, 'picture')).toString('utf8')),
    close: async () => typesetter.end(),
  }
}
