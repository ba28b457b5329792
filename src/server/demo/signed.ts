import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SIDES } from '../../core/contract/signature.ts'
import type { Side } from '../../core/contract/signature.ts'
import type { ContractDetail } from '../../wire/contracts.ts'
import type { PlanDocument } from '../../wire/plan-documents.ts'
import type { Block, DocumentContent, SignatureBlock } from '../documents/document.ts'
import type { Documents } from '../documents/documents.ts'
import type { Draft } from '../passages/draft.ts'
import { readText } from '../passages/text.ts'
import { docxOf } from './docx.ts'
import { customerSeal, demoSeal } from './marks.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'
import { uploadAs } from './upload.ts'
import { CONTRACTS, CUSTOMERS, PEOPLE, VENDOR } from './vendor.ts'

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

const partiesOf = (plan: SignedPlan) => {
  const contract = CONTRACTS.find((one) => one.plan === plan)!
  return { contract, customer: CUSTOMERS.find((one) => one.id === contract.customer)! }
}

/** Where a side of the contract signs; or that it has. */
function sideOf(head: Pick<SignatureBlock, 'side' | 'name'>, given?: Given): SignatureBlock {
  const { signer, signedOn, seal } = given ?? {}
  const lines = [
    { label: '签字（盖章）：', value: signer },
    { label: '日期：', value: signedOn },
  ]
  return { ...head, lines, seal: seal && { type: 'png', bytes: seal } }
}

function contentOf(plan: SignedPlan, drafts: readonly Draft[], given?: Readonly<Record<Side, Given>>): DocumentContent {
  const { contract, customer } = partiesOf(plan)
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
        sides: [sideOf({ side: '甲方', name: customer.name }, given?.customer), sideOf({ side: '乙方', name: VENDOR.name }, given?.vendor)],
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

let ownSeal: Buffer | undefined
/** One seal for all contracts, drawn once. */
const vendorSeal = (): Buffer => (ownSeal ??= demoSeal())

type Given = { readonly signer: string; readonly signedOn: string; readonly seal: Buffer }

/** Who put which seal to the contract under a plan: the vendor's management, and whom the customer names. */
function givenTo(plan: SignedPlan): Readonly<Record<Side, Given>> {
  const { contract, customer } = partiesOf(plan)
  const { signedOn } = contract
  const signer = PEOPLE.find(({ id }) => id === SIGNER)!.name
  return {
    vendor: { signer, signedOn, seal: vendorSeal() },
    customer: { signer: customer.contact.split(' ').at(-1)!, signedOn, seal: customerSeal(CUSTOMERS.indexOf(customer)) },
  }
}

/** 补附签署文件: the contract with both seals on it, as its page takes it. */
async function attach({ teller, documents }: Telling, plan: SignedPlan): Promise<void> {
  const keeper = teller.as(KEEPER)
  const { contract, customer } = partiesOf(plan)
  const { unsigned, version } = (await keeper.get(`/contracts/${contract.id}`)) as ContractDetail
  if (!unsigned) return
  const given = givenTo(plan)
  const drafts = readText(sourceOf(plan), { markdown: SIGNED_AS[plan] !== 'txt' })
  const pdf = { name: `${contract.number} 双方盖章.pdf`, bytes: await documents.pdf(contentOf(plan, drafts, given)) }
  const document = await uploadAs(keeper, { ...pdf, key: contract.id })
  const sealOf = (side: Side, firm: string) =>
    uploadAs(keeper, { name: `${firm}印章.png`, bytes: given[side].seal, key: `seal-${contract.id}-${side}` })
  const seals = { vendor: await sealOf('vendor', VENDOR.name), customer: await sealOf('customer', customer.name) }
  const signatures = SIDES.map((side) => ({
    side,
    signer: given[side].signer,
    signedOn: given[side].signedOn,
    seal: seals[side],
    document,
  }))
  await keeper.post(`/contracts/${contract.id}/signatures`, {
    body: { version, signatures },
    key: `demo-attached-${contract.id}-${document}`,
  })
}

type Telling = { readonly teller: Teller; readonly documents: Documents }

/** Who looks after the plans of the demo vendor. */
const KEEPER = 'gu'

/** Who signs its contracts. */
const SIGNER = 'wei'

async function put({ teller, documents }: Telling, plan: SignedPlan): Promise<void> {
  const keeper = teller.as(KEEPER)
  const ref = `${plan}@1`
  const { document } = (await keeper.get(`/plans/${ref}/document`)) as PlanDocument
  if (document) return
  const { name, bytes } = await signedFile(plan, documents)
  const file = await uploadAs(keeper, { name, bytes, key: plan })
  await keeper.put(`/plans/${ref}/document`, { body: { file }, key: `demo-signed-${plan}-${file}` })
}

/** Puts its signed document to each of the demo's plans, and to each contract what both sides signed, by the way that anybody takes. Answers what was refused. */
export async function tellSigned(telling: Telling): Promise<string[]> {
  const refused: string[] = []
  for (const plan of Object.keys(SIGNED_AS) as SignedPlan[])
    for (const step of [put, attach])
      await step(telling, plan).catch((error: unknown) => {
        if (!(error instanceof StepRefused)) throw error
        refused.push(error.message)
      })
  return refused
}
