import { stillOpen } from '../../core/plan/open-places.ts'
import { placeWords, termWords } from '../../core/plan/open-words.ts'
import type { Side } from '../../core/contract/signature.ts'
import { roleName } from '../../core/plan/explain-forms.ts'
import { speakAs } from '../../core/plan/explain-words.ts'
import type { ToldPart } from '../../core/plan/explain-sections.ts'
import { tellPlan } from '../../core/plan/told.ts'
import type { ToldCharge, ToldClause, ToldLine, ToldPlan } from '../../core/plan/told.ts'
import type { Plan, Term } from '../../core/plan/types.ts'
import { instantWords } from '../../core/promise/say.ts'
import { utf8 } from '../../core/hash.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Locale } from '../../core/words.ts'
import { loadZone } from '../zones.ts'
import type { Block, ClauseBlock, DocumentContent, Letterhead, Line, Picture, Row } from './document.ts'
import { documentWord } from './words.ts'

/** What a contract adds to its plan: the parties, what is served, and whom it names. Days are `2026-03-01`. */
export type AnnexContract = {
  readonly number: string
  readonly title: string
  readonly customer: string
  readonly signedOn: string | undefined
  readonly startsOn: string | undefined
  readonly endsOn: string | undefined
  readonly sites: readonly string[]
  readonly assets: number
  readonly people: readonly { readonly role: string; readonly name: string }[]
  /** what both sides sign, as the text that is hashed, and whether the contract was changed since; undefined: its row was planted without facts */
  readonly paper?: { readonly text: string; readonly hash: string; readonly amended?: boolean } | undefined
  readonly signatures?: readonly AnnexSignature[] | undefined
  /** it is in force, and nobody has attached what both sides signed */
  readonly unsigned?: boolean | undefined
}

/** `matches`: it is over the hash that stands above it. `amended`: the contract was changed since, and nobody signed that. */
export type AnnexSignature = {
  readonly side: Side
  readonly signer: string | undefined
  readonly signedOn: string
  readonly matches: boolean
  readonly amended?: boolean | undefined
  /** SHA-256 of the picture of the seal, and of what was signed */
  readonly seal: string | undefined
  readonly document: string | undefined
  readonly picture?: Picture | undefined
}

/** The last signed head of the ledger: paper that a rewritten ledger contradicts. */
export type AnnexSeal = { readonly at: Instant; readonly size: number; readonly root: string; readonly keyId: string }

export type AnnexInput = {
  readonly locale: Locale
  readonly letterhead: Letterhead
  /** with the terms merged in, where there are any */
  readonly plan: Plan
  readonly terms: readonly Term[]
  /** the plan file as it was signed, and its SHA-256 */
  readonly file: { readonly bytes: Uint8Array; readonly sha256: string }
  readonly date: Instant
  readonly dated: string
  readonly contract?: AnnexContract | undefined
  /** undefined: there is no ledger (a plan by itself); null: nothing is sealed yet */
  readonly seal?: AnnexSeal | null | undefined
}

type Say = (key: Parameters<typeof documentWord>[1], params?: Parameters<typeof documentWord>[2]) => string

const heading = (text: string): Block => ({ kind: 'heading', text })

/** A heading with what stands below it; nothing where there is nothing. */
function section(title: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [heading(title), ...blocks]
}

function listOf(items: readonly Line[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function lineOf(say: Say, { words, agreed }: ToldLine): Line {
  return { text: words, filled: agreed.length === 0 ? undefined : say('annex.agreed', { source: agreed.join(say('semicolon')) }) }
}

function sourceOf(say: Say, source: readonly string[]): string | undefined {
  return source.length === 0 ? undefined : say('annex.source', { source: source.join(say('list-comma')) })
}

function below(...lines: readonly (string | undefined)[]): string | undefined {
  const said = lines.filter((one) => one !== undefined)
  return said.length === 0 ? undefined : said.join('\n')
}

/** What a part of a section is called by its kind (`渠道：`, `· `) stands in the heading above it already. */
const KIND = /^(?:· |(?:渠道|管道|表单|表單|角色)：|(?:Line|Form|Role): )/

function partOf(say: Say, { words, text, source }: ToldPart): Line {
  return { text: words.replace(KIND, ''), below: below(text, sourceOf(say, source)) }
}

function partsOf(say: Say, parts: readonly ToldPart[]): Block[] {
  return listOf(parts.map((part) => partOf(say, part)))
}

/** Lines of the charges, what the contract agreed on in them marked as such. */
function chargesOf(say: Say, charges: readonly ToldCharge[]): Block[] {
  return listOf(charges.map((charge) => ({ ...partOf(say, charge), filled: lineOf(say, charge).filled })))
}

function runsOf(say: Say, { startsOn: from, endsOn: until }: AnnexContract): string | undefined {
  if (from !== undefined && until !== undefined) return say('annex.runs-between', { from, until })
  if (from !== undefined) return say('annex.runs-from', { from })
  return until === undefined ? undefined : say('annex.runs-until', { until })
}

function headRows(say: Say, { plan, contract, letterhead }: AnnexInput): Row[] {
  const row = (key: Parameters<Say>[0], value: string | undefined): Row[] =>
    value === undefined || value === '' ? [] : [{ label: say(key), value }]
  return [
    ...(contract
      ? [
          ...row('annex.contract', contract.number),
          ...row('annex.contract-title', contract.title),
          ...row('annex.customer', contract.customer),
          ...row('annex.vendor', letterhead.firm),
          ...row('annex.signed-on', contract.signedOn),
          ...row('annex.signatures', contract.unsigned === true ? say('annex.unsigned') : undefined),
          ...row('annex.runs', runsOf(say, contract)),
          ...row('annex.sites', contract.sites.join(say('list-comma'))),
          ...row('annex.assets', say('annex.assets-count', { count: contract.assets })),
        ]
      : []),
    ...row('annex.plan-ref', `${plan.id}@${plan.version}`),
    ...row('annex.zone', plan.timezone),
  ]
}

/** `时限（重大故障）：8 小时` as a row; a line that is one sentence has no label of its own. */
const LABELLED = /^([^“”「」：:。，,]{1,40}?)(?:：|: )(.+)$/su

function rowOf(say: Say, line: ToldLine): Row {
  const { text, filled } = lineOf(say, line)
  const [, label = '', value = text] = LABELLED.exec(text) ?? []
  return { label, value, filled }
}

function clauseRows(say: Say, { owner, owedBy, broken, reading }: ToldClause): Row[] {
  const who = [owner, owedBy === 'customer' ? say('annex.owed-by-customer') : undefined].filter((one) => one !== undefined)
  return [
    ...(who.length > 0 ? [{ label: say('annex.owner'), value: who.join(say('semicolon')) }] : []),
    ...(broken.length > 0 ? [{ label: say('annex.broken'), value: broken.join('\n') }] : []),
    ...(reading === undefined ? [] : [{ label: say('annex.reading'), value: reading }]),
  ]
}

function clauseBlock(say: Say, clause: ToldClause, index: number): ClauseBlock {
  return {
    kind: 'clause',
    number: String(index + 1),
    title: clause.title,
    tag: say(`form-name.${clause.form}`),
    signed: clause.text,
    rows: [...clause.lines.map((line) => rowOf(say, line)), ...clauseRows(say, clause)],
    source: sourceOf(say, clause.source),
  }
}

const BESIDE: readonly string[] = ['cut-over', 'dimensions', 'prices', 'amounts']

/** Terms that no clause shows: what things cost, which value a dimension has, who has a role, since when it is looked after. */
function agreedBeside(say: Say, { plan, terms, locale }: AnnexInput): Block[] {
  const speaker = speakAs(plan, locale)
  const beside = terms.flatMap(({ key, value, source }): Line[] => {
    const [kind, id = ''] = key.split('.')
    const filled = say('annex.agreed', { source })
    const pair = (label: string) => [{ text: say('pair', { label, value: String(value) }), filled }]
    if (kind === 'roles') return pair(roleName(speaker, id))
    const isBeside = BESIDE.includes(kind ?? '')
    return isBeside
      ? [{ text: say('pair', { label: placeWords(plan, key, locale), value: termWords(plan, { key, value }, locale) }), filled }]
      : []
  })
  return section(say('annex.agreed-beside'), listOf(beside))
}

/** What the plan leaves open and no term has filled. */
function openBlocks(say: Say, { plan, terms, locale }: AnnexInput): Block[] {
  const open = stillOpen(plan, terms)
  const dotted = (words: string) => (locale === 'en' ? words : words.replaceAll(' · ', '·'))
  const words = listOf(open.map(({ key }) => ({ text: dotted(placeWords(plan, key, locale)) })))
  return section(say('annex.open'), words.length === 0 ? [] : [{ kind: 'text', text: say('annex.open-explained'), quiet: true }, ...words])
}

function listedOnly(say: Say, { later }: ToldPlan): Block[] {
  const items = later.map(({ text, source }) => ({ text, below: sourceOf(say, source) }))
  return section(
    say('annex.later'),
    items.length === 0 ? [] : [{ kind: 'text', text: say('annex.later-explained'), quiet: true }, ...listOf(items)],
  )
}

type Sealing = { readonly seal?: AnnexSeal | null | undefined; readonly locale: Locale; readonly timezone: string }

/** By what a rewritten ledger is contradicted on paper. */
export function sealBlocks(say: Say, { seal, locale, timezone }: Sealing): Block[] {
  if (seal === undefined) return []
  if (seal === null) return [{ kind: 'rows', rows: [{ label: say('annex.seal'), value: say('annex.no-seal') }] }]
  const at = instantWords(seal.at, { zone: loadZone(timezone) }, locale)
  const { size, keyId: key } = seal
  return [
    { kind: 'rows', rows: [{ label: say('annex.seal'), value: say('annex.seal-said', { at, size, key }) }] },
    { kind: 'digits', label: say('annex.seal-root'), text: seal.root },
    { kind: 'text', text: say('annex.seal-how'), quiet: true },
  ]
}

const PAPER = 'contract.json'

function paperBlocks(say: Say, { contract }: AnnexInput): Block[] {
  if (contract?.paper === undefined) return []
  const { hash, amended } = contract.paper
  return [
    { kind: 'digits', label: say(amended ? 'annex.contract-hash-first' : 'annex.contract-hash'), text: hash },
    { kind: 'text', text: say(amended ? 'annex.contract-hash-amended' : 'annex.contract-hash-how', { file: PAPER }), quiet: true },
  ]
}

const SIDE_WORDS = { customer: 'annex.party-a', vendor: 'annex.party-b' } as const

function signatureBlocks(say: Say, { contract }: AnnexInput): Block[] {
  const digits = (side: Side, key: 'annex.seal-hash' | 'annex.document-hash', text: string | undefined): Block[] =>
    text === undefined ? [] : [{ kind: 'digits', label: say(key, { side: say(SIDE_WORDS[side]) }), text }]
  return (contract?.signatures ?? []).flatMap(({ side, seal, document }) => [
    ...digits(side, 'annex.seal-hash', seal),
    ...digits(side, 'annex.document-hash', document),
  ])
}

function agreesOf({ matches, amended }: AnnexSignature): 'matches' | 'amended' | 'other' {
  if (!matches) return 'other'
  return amended ? 'amended' : 'matches'
}

/** Where a side signs; or that it has. */
function sideOf(say: Say, { contract }: AnnexInput, { side, name }: { readonly side: Side; readonly name: string }) {
  const given = contract?.signatures?.find((one) => one.side === side)
  const head = { side: say(SIDE_WORDS[side]), name }
  if (!given) return { ...head, lines: [{ label: say('annex.sign') }, { label: say('annex.sign-date') }] }
  const { signer = '—', signedOn } = given
  const lines = [
    { label: say('annex.signer'), value: signer },
    { label: say('annex.sign-date'), value: signedOn },
    { label: say('annex.signed'), value: say(`annex.signed-${agreesOf(given)}`) },
    ...(given.seal !== undefined && given.picture === undefined
      ? [{ label: say('annex.seal-picture'), value: say('annex.seal-unset') }]
      : []),
  ]
  return { ...head, lines, seal: given.picture }
}

/** The last part: by what the paper can be checked, and where both sides sign. */
function closing(say: Say, input: AnnexInput): Block[] {
  const file = fileName(input.plan)
  return [
    heading(say('annex.verify')),
    { kind: 'rows', rows: [{ label: say('annex.plan-ref'), value: `${input.plan.id}@${input.plan.version}` }] },
    { kind: 'digits', label: say('annex.hash'), text: input.file.sha256 },
    { kind: 'text', text: say('annex.verify-how', { file }), quiet: true },
    ...paperBlocks(say, input),
    ...sealBlocks(say, { ...input, timezone: input.plan.timezone }),
    ...section(say('annex.signatures'), signatureBlocks(say, input)),
    ...(input.contract?.unsigned === true ? [{ kind: 'text', text: say('annex.unsigned-how') } as const] : []),
    {
      kind: 'signatures',
      sides: [
        sideOf(say, input, { side: 'customer', name: input.contract?.customer ?? '' }),
        sideOf(say, input, { side: 'vendor', name: input.letterhead.firm }),
      ],
    },
  ]
}

const fileName = ({ id, version }: Pick<Plan, 'id' | 'version'>): string => `${id}@${version}.yaml`

/** 附件：服务承诺: the plan in words as the customer keeps it, its file inside. */
export function annexOf(input: AnnexInput): DocumentContent {
  const { plan, terms, locale, contract } = input
  const say: Say = (key, params) => documentWord(locale, key, params)
  const told = tellPlan(plan, locale, terms)
  const title = say('annex.plan', { title: plan.title, version: plan.version })
  const people = contract?.people.map(({ role, name }) => ({ label: role, value: name })) ?? []
  const quiet = (text: string): Block => ({ kind: 'text', text, quiet: true })
  return {
    locale,
    running: `${say('annex.title')}　${title}`,
    number: contract?.number ?? `${plan.id}@${plan.version}`,
    dated: input.dated,
    date: input.date,
    letterhead: input.letterhead,
    blocks: [
      { kind: 'title', text: say('annex.title'), under: title },
      { kind: 'rows', rows: headRows(say, input) },
      quiet(say('annex.how-to-read')),
      ...section(say('annex.people'), people.length === 0 ? [] : [{ kind: 'rows', rows: people }]),
      ...section(say('annex.hours'), listOf(told.calendars.map((line) => lineOf(say, line)))),
      ...section(say('annex.dimensions'), listOf(told.dimensions.map(({ words, means }) => ({ text: words, below: below(...means) })))),
      heading(say('annex.promises')),
      ...told.clauses.map((clause, index) => clauseBlock(say, clause, index)),
      ...agreedBeside(say, input),
      ...section(
        say('annex.charges'),
        told.charges.length === 0 ? [] : [quiet(say('annex.charges-order')), ...chargesOf(say, told.charges)],
      ),
      ...section(say('annex.channels'), chargesOf(say, told.channels)),
      ...section(say('annex.roles'), partsOf(say, told.roles)),
      ...section(say('annex.forms'), partsOf(say, told.forms)),
      ...openBlocks(say, input),
      ...listedOnly(say, told),
      ...closing(say, input),
    ],
    attached: [
      { name: fileName(plan), type: 'application/yaml', description: say('annex.file'), bytes: input.file.bytes },
      ...(contract?.paper
        ? [{ name: PAPER, type: 'application/json', description: say('annex.paper'), bytes: utf8(contract.paper.text) }]
        : []),
    ],
  }
}
