// A process of its own: what it holds (the compiler and twenty megabytes of fonts) is given back when it ends, and whatever a document does to it, the server goes on.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { printableAll } from './printable.ts'

export type TypesetRequest = {
  readonly id: number
  readonly as: 'pdf' | 'picture'
  /** what the template reads as content.json */
  readonly content: object
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

export type TypesetAnswer =
  | { readonly id: number; readonly ok: true; readonly bytes: Uint8Array }
  | { readonly id: number; readonly ok: false; readonly problem: string }

/** A folder that need not exist: everything that the template may read lies over it in memory, and nothing of the disk is below it. */
const DESK = '/nuoxing-desk'
const TEMPLATE = readFileSync(join(import.meta.dirname, 'document.typ'), 'utf8')
/** PDF/A-3: what archives keep, files inside allowed; and it refuses every text that has no shape in any font. */
const ARCHIVAL = 'a-3u'
const ROUNDS = 5
/** what so many documents had no use for is forgotten */
const KEPT = 4

function openCompiler(): NodeCompiler {
  const fonts = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')))
  const blobs = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'].map((name) => readFileSync(join(fonts, name)))
  return NodeCompiler.create({ workspace: DESK, fontArgs: [{ fontBlobs: blobs }] })
}

let compiler: NodeCompiler | undefined

const SHAPELESS = /the text `\\?"(.*?)\\?"` could not be displayed/gu
const ESCAPED = /\\+u\{([0-9a-f]+)\}/g

/** Characters that the export found in no font. */
function shapelessIn(error: unknown): readonly string[] {
  const told = [...String(error).matchAll(SHAPELESS)].map(([, text = '']) => text)
  return told.flatMap((text) => [...text.replaceAll(ESCAPED, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))])
}

/** Sets it, and again with the number of every character in whose place there would be a hole. */
function typeset({ as, content, files }: TypesetRequest): Uint8Array {
  compiler ??= openCompiler()
  const shapeless = new Set<string>()
  for (let round = 1; ; round++) {
    compiler.resetShadow()
    compiler.mapShadow(join(DESK, 'content.json'), Buffer.from(JSON.stringify(printableAll(content, shapeless))))
    for (const { path, bytes } of files) compiler.mapShadow(join(DESK, path), Buffer.from(bytes))
    const set = compiler.compile({ mainFileContent: TEMPLATE })
    const { result } = set
    if (!result) throw new Error(diagnostics(compiler, set))
    try {
      const pdf = compiler.pdf(result, { pdfStandard: ARCHIVAL })
      return as === 'pdf' ? pdf : Buffer.from(compiler.plainSvg(result))
    } catch (error) {
      const fresh = shapelessIn(error).filter((one) => !shapeless.has(one))
      if (fresh.length === 0 || round === ROUNDS) throw error
      for (const one of fresh) shapeless.add(one)
    } finally {
      compiler.evictCache(KEPT)
    }
  }
}

function diagnostics(from: NodeCompiler, set: ReturnType<NodeCompiler['compile']>): string {
  const error = set.takeError()
  return error ? JSON.stringify(from.fetchDiagnostics(error)) : 'nothing was set'
}

function answer(request: TypesetRequest): TypesetAnswer {
  try {
    return { id: request.id, ok: true, bytes: typeset(request) }
  } catch (error) {
    return { id: request.id, ok: false, problem: String(error).slice(0, 2_000) }
  }
}

process.on('message', (request: TypesetRequest) => process.send?.(answer(request)))
// whoever started it is gone
process.on('disconnect', () => process.exit(0))
