import { formatDay } from '../../../core/time/civil.ts'
import { instantWords } from '../../../core/promise/say.ts'
import { localOf } from '../../../core/time/zone.ts'
import type { AttachedFile } from '../../../wire/files.ts'
import { withTenant } from '../../database/pool.ts'
import type { Picture } from '../../documents/document.ts'
import { bytesOfFile, loadLetterhead } from '../../documents/letterhead.ts'
import { PHOTO, readPicture } from '../../documents/picture.ts'
import { recordFormOf } from '../../documents/record-form.ts'
import type { RecordFormInput } from '../../documents/record-form.ts'
import { findPlans } from '../../store/contract-queries.ts'
import { writeTrail } from '../../store/trail.ts'
import { loadZone } from '../../zones.ts'
import type { Http } from '../http.ts'
import { Refused, recordMissing } from '../problem.ts'
import type { Call } from '../route.ts'
import { loadServices } from '../services/read.ts'
import { paperOf, sendPaper } from './send.ts'

type OfPlan = Call<'plan.read', { readonly ref: string; readonly form: string }, undefined, undefined>
type OfService = Call<'service.read', { readonly id: string; readonly fact: string; readonly form: string }, undefined, undefined>

/** Sets it under the firm's letterhead, notes who took it, and hands it over. */
async function issue(
  call: OfPlan | OfService,
  said: Omit<RecordFormInput, 'letterhead' | 'locale'>,
  subject: string,
): Promise<string | Refused> {
  const { http, caller, reply, address, locale } = call
  const { pool, documents, clock } = http.services
  const paper = await paperOf(documents, recordFormOf({ ...said, locale, letterhead: await loadLetterhead(http.services, caller.tenant) }))
  if (paper instanceof Refused) return paper
  const at = await clock.now(caller.tenant)
  const data = { form: said.form.id, sha256: paper.sha256, language: locale }
  await withTenant(pool, caller.tenant, (tx) =>
    writeTrail(tx, { at, person: caller.person, action: 'form.issued', subject, address, data }),
  )
  await sendPaper(reply, paper, { plain: `form-${said.form.id}`, said: `${said.form.name} ${said.number}` })
  return ''
}

/** An empty record form of a plan: to print, take along and write on. */
export async function getEmptyForm(call: OfPlan): Promise<string | Refused> {
  const { http, caller, params } = call
  const [row] = await withTenant(http.services.pool, caller.tenant, (tx) => findPlans(tx, caller, { ref: params.ref }))
  const form = row && Object.hasOwn(row.parsed.forms, params.form) ? row.parsed.forms[params.form] : undefined
  if (!row || !form) return recordMissing()
  return issue(call, { form, plan: row.title, number: row.ref, dated: undefined, date: row.created_at, filled: undefined }, row.ref)
}

/** So much of photos goes on paper; what is beyond is named there, and stands in the record. */
const MOST_ON_PAPER = 24 * 1024 * 1024

type Said = readonly { readonly field: string; readonly pictures?: readonly AttachedFile[] | undefined }[]

/** Photos and signatures of a form as paper takes them: JPEG and PNG of some size. */
async function photosFor(services: Http['services'], tenant: string, said: Said): Promise<ReadonlyMap<string, readonly Picture[]>> {
  const photos = new Map<string, Picture[]>()
  let left = MOST_ON_PAPER
  for (const { field, pictures = [] } of said)
    for (const { id, size } of pictures) {
      const bytes = size > Math.min(left, PHOTO.bytes) ? undefined : await bytesOfFile(services, tenant, id)
      const picture = bytes && readPicture(bytes, PHOTO)
      if (typeof picture !== 'object') continue
      left -= size
      photos.set(field, [...(photos.get(field) ?? []), picture])
    }
  return photos
}

/** A record form as it was filled in with one step of a service record. */
export async function getFilledForm(call: OfService): Promise<string | Refused> {
  const { http, caller, params, locale } = call
  const { rows, show, planOf } = await loadServices({ http, caller, locale }, { id: params.id, limit: 1 })
  const [row] = rows
  const plan = row && planOf(row)
  const entry = row && show(row).entries.find(({ fact }) => fact === params.fact)
  const said = entry?.forms.find(({ id }) => id === params.form)
  const form = plan?.forms[params.form]
  if (!row || !plan || !entry || !said || !form) return recordMissing()
  const zone = loadZone(plan.timezone)
  const filled = {
    answers: new Map(said.said.map(({ field, words }) => [field, words])),
    pictures: await photosFor(http.services, caller.tenant, said.said),
    about: [
      { key: 'customer', value: row.customer_name },
      { key: 'contract', value: row.contract_number ?? undefined },
      { key: 'ticket', value: row.ticket_number ?? undefined },
      { key: 'site', value: row.site_name ?? undefined },
      { key: 'asset', value: row.asset_name ?? undefined },
    ],
    by: entry.by?.name,
    at: instantWords(entry.at, { zone }, locale),
    voided: entry.voided,
  } as const
  const number = row.ticket_number ?? row.contract_number ?? row.id
  const dated = formatDay(localOf(zone, entry.at).day)
  return issue(call, { form, plan: plan.title, number, dated, date: entry.at, filled }, `${row.noun}/${row.id}`)
}
