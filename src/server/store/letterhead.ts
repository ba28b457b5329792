import type { Instant } from '../../core/time/instant.ts'
import type { Tx } from '../database/pool.ts'
import { tenantRow } from './session.ts'

export type LetterheadRow = {
  /** 0: nobody has set one, the firm is called as it was founded */
  version: number
  firm: string
  address: string | null
  phone: string | null
  footer: string | null
  logo: string | null
  seal: string | null
  person: string | null
  person_name: string | null
  at: Instant | null
}

const LAST = `SELECT l.version, l.firm, l.address, l.phone, l.footer, l.logo, l.seal, l.person, p.name AS person_name, l.at
  FROM letterhead l JOIN person p ON p.tenant_id = l.tenant_id AND p.id = l.person ORDER BY l.version DESC LIMIT 1`

const NONE = { version: 0, address: null, phone: null, footer: null, logo: null, seal: null, person: null, person_name: null, at: null }

/** 信头: as whom the firm signs its papers. */
export async function readLetterhead(tx: Tx): Promise<LetterheadRow> {
  const [row] = await tx.query<LetterheadRow>(LAST)
  return row ?? { ...NONE, firm: (await tenantRow(tx))?.name ?? '' }
}

type NewLetterhead = Pick<LetterheadRow, 'version' | 'firm' | 'address' | 'phone' | 'footer' | 'logo' | 'seal'>

/** False: somebody else was there first. */
export async function addLetterhead(tx: Tx, row: NewLetterhead, by: { readonly person: string; readonly at: Instant }): Promise<boolean> {
  const { version, firm, address, phone, footer, logo, seal } = row
  const added = await tx.query(
    `INSERT INTO letterhead (tenant_id, version, firm, address, phone, footer, logo, seal, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT DO NOTHING RETURNING version`,
    [tx.tenant, version, firm, address, phone, footer, logo, seal, by.person, by.at],
  )
  return added.length === 1
}
