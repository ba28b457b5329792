import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanDocument } from '../../wire/plan-documents.ts'
import type { Block, DocumentContent } from '../documents/document.ts'
import type { Documents } from '../documents/documents.ts'
import type { Draft } from '../passages/draft.ts'
import { readText } from '../passages/text.ts'
import { docxOf } from './docx.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'
import { uploadAs } from './upload.ts'
import { CONTRACTS, CUSTOMERS, VENDOR } from './vendor.ts'

/** plans/ beside src/ in a checkout, beside dist/ in a package. */
const FOLDER = join(import.meta.dirname, '../../../plans/signed')

/** As what each of the demo's plans was signed. */
export const SIGNED_AS = {
  'shebei-2nian': 'pdf',
  zhineng: 'docx',
  keyou: 'md',
  baojing: 'docx',
  biguolu: 'txt',
  ruiyan: 'md',
} as const
export type SignedPlan = keyof typeof SIGNED_AS

function sourceOf(plan: SignedPlan): string {
  return readFileSync(join(FOLDER, `${plan}.${SIGNED_AS[plan] === 'txt' ? 'txt' : 'md'}`), 'utf8')
}

/** The cells of a table of two columns stand beside each other, those of a wider one are read aloud. */
function blockOf({ kind, level, text, cells }: Draft): Block {
  if (kind === 'heading') return level === 1 ? { kind: 'title', text, under: undefined } : { kind: 'heading', text }
  const [label, value] = cells ?? []
  return label !== undefined && value !== undefined ? { kind: 'rows', rows: [{ label, value }] } : { kind: 'text', text }
}

function contentOf(plan: SignedPlan, drafts: readonly Draft[]): DocumentContent {
  const contract = CONTRACTS.find((one) => one.plan === plan)!
  const customer = CUSTOMERS.find((one) => one.id === contract.customer)!
  const lines = [{ label: '签字（盖章）：' }, { label: '日期：' }]
  return {
    locale: 'zh-CN',
    running: drafts[0]?.text ?? contract.title,
    number: contract.number,
    dated: contract.signedOn,
    date: Date.parse(contract.signedOn),
    letterhead: { firm: VENDOR.name },
    blocks: [
      ...drafts.map(blockOf),
      {
        kind: 'signatures',
        sides: [
          { side: '甲方', name: customer.name, lines },
          { side: '乙方', name: VENDOR.name, lines },
        ],
      },
    ],
    attached: [],
  }
}

/** The signed document of a demo plan, made of its text in `plans/signed`. */
async function signedFile(plan: SignedPlan, documents: Documents): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const text = sourceOf(plan)
  const as = SIGNED_AS[plan]
  const drafts = readText(text, { markdown: as !== 'txt' })
  const name = `${drafts[0]?.text ?? plan}.${as}`
  if (as === 'pdf') return { name, bytes: await documents.pdf(contentOf(plan, drafts)) }
  return { name, bytes: as === 'docx' ? await docxOf(drafts) : Buffer.from(text) }
}

type Telling = { readonly teller: Teller; readonly documents: Documents }

/** Who looks after the plans of the demo vendor. */
const KEEPER = 'gu'

async function put({ teller, documents }: Telling, plan: SignedPlan): Promise<void> {
  const keeper = teller.as(KEEPER)
  const ref = `${plan}@1`
  const { document } = (await keeper.get(`/plans/${ref}/document`)) as PlanDocument
  if (document) return
  const { name, bytes } = await signedFile(plan, documents)
  const file = await uploadAs(keeper, { name, bytes, key: plan })
  await keeper.put(`/plans/${ref}/document`, { body: { file }, key: `demo-signed-${plan}-${file}` })
}

/** Puts its signed document to each of the demo's plans, by the way that anybody takes. Answers what was refused. */
export async function tellSigned(telling: Telling): Promise<string[]> {
  const refused: string[] = []
  for (const plan of Object.keys(SIGNED_AS) as SignedPlan[])
    await put(telling, plan).catch((error: unknown) => {
      if (!(error instanceof StepRefused)) throw error
      refused.push(error.message)
    })
  return refused
}
