import { withTenant } from '../../database/pool.ts'
import type { Tx } from '../../database/pool.ts'
import type { Done } from '../../../wire/base.ts'
import type { AddContact, Contact, ContactList } from '../../../wire/messages.ts'
import { findContracts } from '../../store/contract-queries.ts'
import type { ContractRow } from '../../store/contract-queries.ts'
import { contactsOf } from '../../store/deliveries.ts'
import type { ContactRow } from '../../store/deliveries.ts'
import { writeTrail } from '../../store/trail.ts'
import type { Caller } from '../caller.ts'
import { once } from '../once.ts'
import { Refused, recordMissing, refuse } from '../problem.ts'
import type { Call } from '../route.ts'
import { newId } from '../secrets.ts'

type Id = { readonly id: string }

/** A contract for the vendor's own people: what is said to its contacts is no business of the customer's. */
export async function contractFor(tx: Tx, caller: Caller, id: string): Promise<ContractRow | Refused> {
  if (caller.customer !== undefined) return refuse(403, 'access.denied')
  const [row] = await findContracts(tx, caller, { id, limit: 1 })
  return row ?? recordMissing()
}

const presentContact = ({ id, name, email, phone, locale }: ContactRow): Contact => ({
  id,
  name,
  email,
  ...(phone === null ? {} : { phone }),
  locale,
})

export function listContacts({ http, caller, params }: Call<'contract.read', Id, undefined, undefined>): Promise<ContactList | Refused> {
  const { pool, outbound } = http.services
  return withTenant(pool, caller.tenant, async (tx) => {
    const contract = await contractFor(tx, caller, params.id)
    if (contract instanceof Refused) return contract
    return {
      items: (await contactsOf(tx, params.id)).map(presentContact),
      mailOn: outbound.mail !== undefined,
      missing: [...outbound.missing],
    }
  })
}

export function addContact(call: Call<'contract.manage', Id, undefined, AddContact>): Promise<Contact | Refused> {
  const { caller, params, body, address } = call
  return once<Contact>(call, {
    work: async (tx, now) => {
      const contract = await contractFor(tx, caller, params.id)
      if (contract instanceof Refused) return contract
      const id = newId()
      await tx.query(
        'INSERT INTO contract_contact (tenant_id, id, contract, name, email, phone, locale, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [tx.tenant, id, params.id, body.name, body.email, body.phone ?? null, body.locale, now],
      )
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'contact.added',
        subject: `contract/${params.id}`,
        address,
        data: { name: body.name },
      })
      return presentContact({ id, ...body, phone: body.phone ?? null })
    },
  })
}

export function removeContact(call: Call<'contract.manage', Id, undefined, undefined>): Promise<Done | Refused> {
  const { caller, params, address } = call
  return once<Done>(call, {
    work: async (tx, now) => {
      if (caller.customer !== undefined) return refuse(403, 'access.denied')
      const [row] = await tx.query<{ contract: string; name: string }>(
        'UPDATE contract_contact SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL RETURNING contract, name',
        [params.id, now],
      )
      if (!row) return recordMissing()
      const contract = await contractFor(tx, caller, row.contract)
      if (contract instanceof Refused) return contract
      await writeTrail(tx, {
        at: now,
        person: caller.person,
        action: 'contact.removed',
        subject: `contract/${row.contract}`,
        address,
        data: { name: row.name },
      })
      return { ok: true }
    },
  })
}
