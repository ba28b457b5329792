import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import type { Fact } from '../../../core/fact.ts'
import { instantWords } from '../../../core/promise/say.ts'
import type { PeriodQuery } from '../../../wire/board.ts'
import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import { documentWord } from '../../documents/words.ts'
import type { DocumentKey } from '../../documents/words/zh-CN.ts'
import { streamArchive } from '../../files/archive.ts'
import type { PackEntry } from '../../files/archive.ts'
import { headsOf, packFact, packedPath } from '../../pack/facts.ts'
import type { PackedFact, PackedFile, PackedHead } from '../../pack/facts.ts'
import { verdictPage } from '../../pack/verdicts.ts'
import type { PackedVerdict } from '../../pack/verdicts.ts'
import { proveFacts } from '../../proving.ts'
import { factsOfContract, filesInPack, plansInPack, textsInPack } from '../../store/pack-queries.ts'
import type { FileOfPack } from '../../store/pack-queries.ts'
import { namesOfSubjects } from '../../store/subject-names.ts'
import { nameBook } from '../../store/ticket-queries.ts'
import { writeTrail } from '../../store/trail.ts'
import { loadZone } from '../../zones.ts'
import { widest } from '../caller.ts'
import type { Caller } from '../caller.ts'
import type { ReadBoard } from '../contracts/board.ts'
import { toldOf } from '../contracts/board-evidence.ts'
import { explain, obligationId } from '../present/clock.ts'
import { factSentence, isInternal, isSaidToCustomer } from '../present/fact.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { periodName, reportPaper, subjectsOf, toldInstance } from './report.ts'
import { fileOf } from './annex.ts'
import { attachmentNamed } from './send.ts'

type Asked = Call<'contract.read', { readonly id: string }, PeriodQuery, undefined>

/** More than this nobody reads; a shorter period is asked for. */
const MOST_FACTS = 20_000
const CHECKER = readFileSync(join(import.meta.dirname, '../../pack/verify.mjs'))
/** What the checker says, in the language of the pack. */
const SAYS = ['missing', 'changed', 'no-key', 'signature', 'fact', 'text', 'file', 'plan', 'checked', 'sound', 'faulty'] as const

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function textEntry(name: string, text: string): { readonly name: string; readonly bytes: Buffer } {
  return { name, bytes: Buffer.from(text) }
}

const jsonEntry = (name: string, value: unknown) => textEntry(name, `${JSON.stringify(value, null, 1)}\n`)

/** All that the ledger tells of the period, as far as the reader may read it; undefined where that is too much. */
async function readLedger(tx: Tx, { caller, http, locale }: Asked, { instances, row, period, bound }: ReadBoard) {
  const evidence = instances.flatMap(({ evidence: facts, why }) => [...facts, why.anchor.fact ?? '', ...why.pauses.map(({ fact }) => fact)])
  const wanted = { contract: row.id, from: period.from, until: period.until, evidence: [...new Set(evidence)], limit: MOST_FACTS + 1 }
  const found = await factsOfContract(tx, caller, wanted)
  if (found.length > MOST_FACTS) return undefined
  const facts = caller.customer === undefined ? found : found.filter((fact) => !isInternal(fact))
  const ids = facts.map(({ id }) => id)
  const people = facts.flatMap((fact) => [fact.by, fact.data.person]).filter((id) => typeof id === 'string')
  const teams = facts.map(({ data }) => data.team).filter((id) => typeof id === 'string')
  const refs = new Set([row.plan, ...(row.state_json?.agreements ?? []).map(({ plan }) => plan)])
  return {
    facts,
    proved: await proveFacts(tx, ids, http.services.keys),
    texts: Map.groupBy(await textsInPack(tx, ids), ({ fact }) => fact),
    files: await filesInPack(tx, ids),
    names: new Map([...(await nameBook(tx, { people, teams })), ...(await namesOfSubjects(tx, subjectsOf(instances)))]),
    plans: await plansInPack(tx, [...refs]),
    told: await toldOf(
      tx,
      { caller, bound, locale },
      { subjects: subjectsOf(instances), promises: [...new Set(instances.map(({ promise }) => promise))] },
    ),
  }
}

type Ledger = NonNullable<Awaited<ReturnType<typeof readLedger>>>

const mayHave = ({ customer }: Caller, fact: Fact): boolean => customer === undefined || isSaidToCustomer(fact.type)

/** Each file with its place in the pack; one whose contents are not there now is named and has none. */
async function packedFiles({ http, caller }: Asked, { files }: Ledger): Promise<ReadonlyMap<string, readonly PackedFile[]>> {
  const there = new Map<string, boolean>()
  for (const { sha256: hash, size } of files)
    if (!there.has(hash)) there.set(hash, (await http.services.files.sizeOf({ tenant: caller.tenant, sha256: hash })) === size)
  const packed = ({ id, name, size, sha256: hash }: FileOfPack): PackedFile => ({
    id,
    name,
    size,
    sha256: hash,
    path: there.get(hash) ? packedPath({ name, sha256: hash }) : null,
  })
  return new Map([...Map.groupBy(files, ({ fact }) => fact)].map(([fact, own]) => [fact, own.map(packed)]))
}

function packedFacts(
  { caller, locale }: Asked,
  ledger: Ledger,
  { read, files }: { read: ReadBoard; files: Awaited<ReturnType<typeof packedFiles>> },
) {
  const { facts, proved, texts, names } = ledger
  return facts.map((fact) =>
    packFact(fact, {
      words: (one) => factSentence(one, { locale, bound: read.bound, names }),
      nameOf: (person) => names.get(`person/${person}`) ?? person,
      proved,
      texts,
      files,
      isSaid: (one) => mayHave(caller, one),
    }),
  )
}

type Packed = { readonly read: ReadBoard; readonly ledger: Ledger; readonly facts: readonly PackedFact[] }

function packedVerdicts({ locale }: Asked, { read, ledger, facts }: Packed): PackedVerdict[] {
  const zone = loadZone(read.board.zone)
  const at = (instant: number, ends = false) => instantWords(instant, { zone, ends }, locale)
  const known = new Map(facts.map((fact) => [fact.id, fact]))
  const occurred = new Map(ledger.facts.map(({ id, occurredAt }) => [id, occurredAt]))
  return read.instances.toReversed().map((one) => {
    const told = toldInstance(one, { read, locale, names: ledger.names })
    const { words, text, why } = explain(one, { bound: read.plans.get(one.boundHash ?? '') ?? read.bound, locale, beliefs: [] })
    const evidence = [...new Set([why.anchor.fact ?? '', ...one.evidence])].flatMap((id) => known.get(id) ?? [])
    return {
      id: obligationId(one),
      clause: told.title,
      text,
      source: why.source,
      of: told.of,
      state: one.state,
      words: told.words,
      due: told.dueAt === undefined ? undefined : at(told.dueAt, true),
      done: told.doneAt === undefined ? undefined : at(told.doneAt),
      why: words,
      told: (ledger.told.get(`${one.subject}|${one.promise}|${one.episode}`) ?? []).map((said) => ({
        words: documentWord(locale, `pack.told-${said.kind}`, { role: said.role }),
        at: at(said.at),
        withdrawn: said.withdrawnAt === undefined ? undefined : at(said.withdrawnAt),
        to: said.to.map(({ name, at: reached, acknowledgedAt: seen }) => ({
          name,
          at: at(reached),
          acknowledged: seen === undefined ? undefined : at(seen),
        })),
      })),
      evidence: evidence.map(({ id, words: said, files }) => ({
        id,
        at: at(occurred.get(id) ?? 0),
        words: said,
        files: files.map(({ name, path }) => ({ name, path })),
      })),
    }
  })
}

/** The public keys of the heads, as far as this installation has them. */
function keyEntries({ http }: Asked, heads: readonly PackedHead[]) {
  return [...new Set(heads.map(({ keyId }) => keyId))].flatMap((id) => {
    const pem = http.services.keys.publicKey(id)
    return pem === undefined ? [] : [textEntry(`keys/${id}.public.pem`, pem)]
  })
}

function contractEntry({ read: { board, row, period }, ledger }: Packed) {
  return jsonEntry('contract.json', {
    contract: board.contract,
    terms: row.terms,
    period: { name: periodName(period), from: period.from, until: period.until, zone: board.zone, asOf: board.asOf },
    plans: ledger.plans.map(({ ref, yaml }) => ({ ref, sha256: fileOf(yaml).sha256, path: `plan/${ref}.yaml` })),
  })
}

function readme({ locale, caller }: Asked, { read, facts }: Packed, person: string) {
  const { board, period } = read
  const zone = loadZone(board.zone)
  const at = (instant: number, ends = false) => instantWords(instant, { zone, ends }, locale)
  const waiting = facts.filter(({ sealed }) => sealed === null).length
  const unread = new Set(facts.flatMap(({ files }) => files.flatMap(({ path, sha256: hash }) => (path === null ? [hash] : [])))).size
  const said = {
    contract: `${board.contract.number} ${board.contract.title}`,
    from: at(period.from),
    until: at(period.until, true),
    zone: board.zone,
  }
  return textEntry(
    'README.txt',
    documentWord(locale, 'pack.readme', { ...said, at: at(board.asOf), person: person || caller.person, waiting, unread }),
  )
}

/** The list of the pack: by its hash, which the trail keeps, the whole pack can be known again. */
function manifestEntry({ locale }: Asked, { board, period }: ReadBoard, files: readonly object[]) {
  const words = Object.fromEntries(SAYS.map((key) => [key, documentWord(locale, `pack.${key}` satisfies DocumentKey)]))
  const head = {
    kind: 'nuoxing-evidence-pack',
    version: 1,
    contract: board.contract.number,
    period: periodName(period),
    madeAt: board.asOf,
  }
  return jsonEntry('manifest.json', { ...head, files, words })
}

async function sendPack(
  reply: FastifyReply,
  entries: readonly PackEntry[],
  name: { plain: string; said: string; date: number },
): Promise<void> {
  await reply
    .header('content-type', 'application/zip')
    .header('content-disposition', attachmentNamed(name, 'zip'))
    .header('cache-control', 'no-store')
    .send(streamArchive(entries, new Date(name.date)))
}

/** Everything of the pack but its list: what is small at hand, attached files as they lie. */
async function contentsOf(call: Asked, packed: Packed, paper: Uint8Array) {
  const { locale, http, caller } = call
  const { read, ledger, facts } = packed
  const { board, period } = read
  const zone = loadZone(board.zone)
  const heads = headsOf(ledger.proved)
  const verdicts = packedVerdicts(call, packed)
  const under = {
    contract: `${board.contract.number} ${board.contract.title}`,
    period: periodName(period),
    at: instantWords(board.asOf, { zone }, locale),
  }
  const person = (await withTenant(http.services.pool, caller.tenant, (tx) => nameBook(tx, { people: [caller.person], teams: [] }))).get(
    `person/${caller.person}`,
  )
  const small = [
    readme(call, packed, person ?? ''),
    { name: 'report.pdf', bytes: Buffer.from(paper) },
    textEntry(
      'verdicts.html',
      verdictPage({ locale, title: documentWord(locale, 'pack.verdicts'), under: documentWord(locale, 'pack.under', under), verdicts }),
    ),
    jsonEntry('verdicts.json', verdicts),
    contractEntry(packed),
    ...ledger.plans.map(({ ref, yaml }) => textEntry(`plan/${ref}.yaml`, yaml)),
    jsonEntry('facts.json', { facts }),
    jsonEntry('heads.json', heads),
    ...keyEntries(call, heads),
    { name: 'verify.mjs', bytes: CHECKER },
  ]
  const attached = new Map(facts.flatMap(({ files }) => files.flatMap((file) => (file.path === null ? [] : [[file.path, file] as const]))))
  return { small, attached }
}

/** 证据包: the plan, the facts with their seals and files, each verdict with its why, and how to check all of it, as one archive. */
export async function getPack(call: Asked): Promise<string | Refused> {
  const { http, caller, params, locale, address, reply } = call
  if (widest(caller, 'fact.read') === undefined || widest(caller, 'obligation.read') === undefined) return refuse(403, 'access.denied')
  const made = await reportPaper(call)
  if (made instanceof Refused) return made
  const { read, paper } = made
  const { tenant } = caller
  const ledger = await withTenant(http.services.pool, tenant, (tx) => readLedger(tx, call, read))
  if (!ledger) return refuse(422, 'pack.too-large', { most: MOST_FACTS })
  const packed: Packed = { read, ledger, facts: packedFacts(call, ledger, { read, files: await packedFiles(call, ledger) }) }
  const { small, attached } = await contentsOf(call, packed, paper.bytes)
  const manifest = manifestEntry(call, read, [
    ...small.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
    ...[...attached].map(([name, file]) => ({ name, size: file.size, sha256: file.sha256 })),
  ])
  const name = periodName(read.period)
  const data = { period: name, facts: packed.facts.length, files: attached.size, manifest: sha256(manifest.bytes), language: locale }
  await withTenant(http.services.pool, tenant, (tx) =>
    writeTrail(tx, {
      at: read.board.asOf,
      person: caller.person,
      action: 'evidence.exported',
      subject: `contract/${params.id}`,
      address,
      data,
    }),
  )
  const files = [...attached].map(([path, file]): PackEntry => ({
    name: path,
    open: () => http.services.files.read({ tenant, sha256: file.sha256 }),
  }))
  const said = `${read.board.contract.number} ${documentWord(locale, 'pack.title')} ${name}`
  await sendPack(reply, [manifest, ...small, ...files], { plain: `evidence-${name}`, said, date: read.board.asOf })
  return ''
}
