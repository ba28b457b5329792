import { exampleData } from '../../../core/message/examples.ts'
import { MESSAGE_KINDS } from '../../../core/message/kinds.ts'
import type { MessageKind } from '../../../core/message/kinds.ts'
import { shippedTemplate } from '../../../core/message/shipped.ts'
import { checkTemplate, fillTemplate } from '../../../core/message/template.ts'
import type { TemplateFault } from '../../../core/message/template.ts'
import { LOCALES } from '../../../core/words.ts'
import type { Locale } from '../../../core/words.ts'
import type { ChangeTemplate, ResetTemplate, Template, TemplateList, Tried, TryTemplate } from '../../../wire/messages.ts'
import { withTenant } from '../../database/pool.ts'
import type { Transaction, Tx } from '../../database/pool.ts'
import { addMessages } from '../../store/messages.ts'
import { ownTemplates } from '../../store/templates.ts'
import type { TemplateRow } from '../../store/templates.ts'
import { writeTrail } from '../../store/trail.ts'
import { saySentence } from '../../words/say.ts'
import { once } from '../once.ts'
import { Refused, refuse } from '../problem.ts'
import type { FieldProblem } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'
import { versionConflict } from '../version-conflict.ts'
import { mailIsOff } from './read.ts'

type Which = { readonly kind: MessageKind; readonly locale: Locale }
type Manages<Body, Params = Which> = Call<'template.manage', Params, undefined, Body>

function presentTemplate({ kind, locale }: Which, own: TemplateRow | undefined): Template {
  const { subject, body } = own ?? shippedTemplate(kind, locale)
  return { kind, locale, version: own?.version ?? 0, subject, body }
}

export async function listTemplates({ http, caller }: Manages<undefined, undefined>): Promise<TemplateList> {
  const own = await withTenant(http.services.pool, caller.tenant, ownTemplates)
  const all = MESSAGE_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ kind, locale })))
  return {
    items: all.map((one) =>
      presentTemplate(
        one,
        own.find((row) => row.kind === one.kind && row.locale === one.locale),
      ),
    ),
  }
}

function faultProblem({ code, field, line, name }: TemplateFault): FieldProblem {
  const key = `template.${code}` as const
  return { field, code: key, say: (locale) => saySentence(locale, key, { line, name: `{${name}` + (code === 'unknown' ? '}' : '') }) }
}

/** A place that nothing fills would stand in the mail as it is: refused with its line and name. */
function faulty(kind: MessageKind, body: TryTemplate): Refused | undefined {
  const errors = checkTemplate(kind, body).map(faultProblem)
  const [first] = errors
  if (!first) return undefined
  const whole =
    errors.length === 1
      ? { code: first.code, say: first.say }
      : { code: 'template.faulty', say: (locale: Locale) => saySentence(locale, 'template.faulty', { count: errors.length }) }
  return new Refused({ status: 400, ...whole }).with({ field: first.field, errors })
}

async function standing(tx: Tx, { kind, locale }: Which): Promise<TemplateRow | undefined> {
  return (await ownTemplates(tx)).find((row) => row.kind === kind && row.locale === locale)
}

type Stands = { readonly which: Which; readonly version: number; readonly yours?: TryTemplate }

/** Undefined: it still is the version that the writer saw. */
async function conflict(tx: Transaction, { which, version, yours }: Stands): Promise<Refused | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`template ${tx.tenant} ${which.kind} ${which.locale}`])
  const now = presentTemplate(which, await standing(tx, which))
  if (now.version === version) return undefined
  const fields = (['subject', 'body'] as const).filter((field) => yours?.[field] !== now[field])
  return versionConflict({ kind: 'conflict', fields: fields.map((field) => ({ field, yours: yours?.[field], theirs: now[field] })) })
}

export async function changeTemplate(call: Manages<ChangeTemplate>): Promise<Template | Refused> {
  const { caller, params, body, address } = call
  const { version, ...text } = body
  const fault = faulty(params.kind, text)
  if (fault) return fault
  return once<Template>(call, {
    work: async (tx, now) => {
      const moved = await conflict(tx, { which: params, version, yours: text })
      if (moved) return moved
      await tx.query(
        `INSERT INTO message_template (tenant_id, kind, locale, version, subject, body, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant_id, kind, locale) DO UPDATE SET version = EXCLUDED.version, subject = EXCLUDED.subject, body = EXCLUDED.body, changed_at = EXCLUDED.changed_at`,
        [tx.tenant, params.kind, params.locale, version + 1, text.subject, text.body, now],
      )
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'template.changed',
        subject: `template/${params.kind}.${params.locale}`,
        address,
      })
      return presentTemplate(params, await standing(tx, params))
    },
  })
}

/** Back to the shipped text, which from then on follows the product. */
export async function resetTemplate(call: Manages<ResetTemplate>): Promise<Template | Refused> {
  const { caller, params, body, address } = call
  return once<Template>(call, {
    work: async (tx, now) => {
      const moved = await conflict(tx, { which: params, version: body.version })
      if (moved) return moved
      await tx.query('DELETE FROM message_template WHERE kind = $1 AND locale = $2', [params.kind, params.locale])
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'template.reset',
        subject: `template/${params.kind}.${params.locale}`,
        address,
      })
      return presentTemplate(params, undefined)
    },
  })
}

/** 试发 to one's own address, filled with the example's data. */
export async function tryTemplate(call: Manages<TryTemplate>): Promise<Tried | Refused> {
  const { http, caller, params, body } = call
  const fault = faulty(params.kind, body)
  if (fault) return fault
  if (!http.services.outbound.mail) return mailIsOff(http)
  const offset = await http.services.clock.offset(caller.tenant)
  const outcome = await once<Tried>(call, {
    work: async (tx, now) => {
      const [me] = await tx.query<{ email: string | null }>('SELECT email FROM person WHERE id = $1', [caller.person])
      if (!me?.email) return refuse(422, 'mail.no-address')
      const { subject, body: text } = fillTemplate(body, exampleData(params.kind, params.locale))
      const trial = {
        kind: 'trial',
        channel: 'mail',
        person: caller.person,
        recipient: caller.name,
        address: me.email,
        locale: params.locale,
      } as const
      await addMessages(tx, [{ ...trial, key: `trial|${newId()}`, title: subject, body: text }], now + offset)
      return { address: me.email }
    },
  })
  if (!(outcome instanceof Refused)) http.services.live.work({ messages: true })
  return outcome
}
