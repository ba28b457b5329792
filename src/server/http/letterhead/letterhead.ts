import type { ChangeLetterhead, Letterhead, LetterheadPreview, LetterheadTrial } from '../../../wire/letterhead.ts'
import { withTenant } from '../../database/pool.ts'
import type { Transaction, Tx } from '../../database/pool.ts'
import { letterheadWords, pictureOf } from '../../documents/letterhead.ts'
import { sampleOf } from '../../documents/sample.ts'
import { documentWord } from '../../documents/words.ts'
import { attachFile, findFile } from '../../store/files.ts'
import { addLetterhead, readLetterhead } from '../../store/letterhead.ts'
import { present } from '../../store/rows.ts'
import { writeTrail } from '../../store/trail.ts'
import { pictureNamed, sampleSet } from '../documents/paper-picture.ts'
import type { Head } from '../documents/paper-picture.ts'
import { paperOf, sendPaper } from '../documents/send.ts'
import { once } from '../once.ts'
import { Refused, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'

type Manages<Body> = Call<'template.manage', undefined, undefined, Body>

async function attachedOf(tx: Tx, id: string | null) {
  const row = id === null ? undefined : await findFile(tx, id)
  return row && { id: row.id, name: row.name, size: row.size, mediaType: row.media_type ?? '' }
}

async function shown(tx: Tx): Promise<Letterhead> {
  const { version, firm, address, phone, footer, logo, seal, person, person_name, at } = await readLetterhead(tx)
  return {
    version,
    firm,
    address: present(address),
    phone: present(phone),
    footer: present(footer),
    logo: await attachedOf(tx, logo),
    seal: await attachedOf(tx, seal),
    by: person === null ? undefined : { id: person, name: person_name ?? '' },
    at: present(at),
  }
}

export function getLetterhead({ http, caller }: Manages<undefined>): Promise<Letterhead> {
  return withTenant(http.services.pool, caller.tenant, shown)
}

/** The head with its pictures as they are named; one that is no picture for paper is refused by its field. */
async function headNamed(call: Manages<LetterheadTrial>): Promise<Head | Refused> {
  const { firm, address, phone, footer, ...pictures } = call.body
  const named = (field: 'logo' | 'seal') => {
    const id = pictures[field]
    return id === undefined ? undefined : pictureNamed(call, { field, id })
  }
  const logo = await named('logo')
  if (logo instanceof Refused) return logo
  const seal = await named('seal')
  if (seal instanceof Refused) return seal
  return { letterhead: { firm, address, phone, footer, logo }, seal }
}

/** How papers would look under this head. Nothing is kept. */
export async function previewLetterhead(call: Manages<LetterheadTrial>): Promise<LetterheadPreview | Refused> {
  const head = await headNamed(call)
  if (head instanceof Refused) return head
  const picture = await sampleSet(call, head, (one) => call.http.services.documents.picture(one))
  return picture instanceof Refused ? picture : { picture }
}

async function keep(tx: Transaction, { http, caller, body, address }: Manages<ChangeLetterhead>): Promise<Letterhead | Refused> {
  const before = await readLetterhead(tx)
  const replaced = () => refuse(409, 'letterhead.replaced', { name: before.person_name ?? '' })
  if (before.version !== body.version) return replaced()
  const at = await http.services.clock.now(caller.tenant)
  const version = body.version + 1
  const { firm, address: place = null, phone = null, footer = null, logo = null, seal = null } = body
  const row = { version, firm, address: place, phone, footer, logo, seal }
  if (!(await addLetterhead(tx, row, { person: caller.person, at }))) return replaced()
  for (const file of new Set([logo, seal]))
    if (file !== null) await attachFile(tx, { id: newId(), file, subject: `letterhead/${version}`, fact: undefined, at })
  await writeTrail(tx, {
    at,
    person: caller.person,
    action: 'letterhead.changed',
    subject: `letterhead/${version}`,
    address,
    data: { firm, logo, seal },
  })
  return shown(tx)
}

/** A new version of the head. It is tried on paper first: what cannot be drawn is never kept. */
export async function changeLetterhead(call: Manages<ChangeLetterhead>): Promise<Letterhead | Refused> {
  const head = await headNamed(call)
  if (head instanceof Refused) return head
  const tried = await sampleSet(call, head, (one) => call.http.services.documents.picture(one))
  return tried instanceof Refused ? tried : once<Letterhead>(call, { work: (tx) => keep(tx, call) })
}

/** 样张 under the head that is kept. */
export async function getSample({ http, caller, locale, reply }: Manages<undefined>): Promise<string | Refused> {
  const { services } = http
  const row = await withTenant(services.pool, caller.tenant, readLetterhead)
  const letterhead = { ...letterheadWords(row), logo: await pictureOf(services, caller.tenant, row.logo) }
  const seal = await pictureOf(services, caller.tenant, row.seal)
  const paper = await paperOf(services.documents, sampleOf({ locale, letterhead, seal, date: row.at ?? 0 }))
  if (paper instanceof Refused) return paper
  await sendPaper(reply, paper, { plain: 'letterhead-sample', said: documentWord(locale, 'sample.title') })
  return ''
}
