import type { RoutingRule } from '../../core/routing/route.ts'
import type { Tx } from '../database/pool.ts'

export type OpeningWanted = {
  readonly customer: string
  readonly site: string | undefined
  readonly asset: string | undefined
  readonly contract: string | undefined
}

/** What a report stands on, read once: whether it all belongs together, and the dimensions that end up in the fact. Null: no such record. */
export type OpeningGround = {
  readonly customer: string | null
  readonly site_customer: string | null
  readonly zone: string | null
  readonly site_dimensions: Readonly<Record<string, string>> | null
  readonly asset_customer: string | null
  readonly asset_site: string | null
  readonly asset_class: string | null
  readonly asset_model: string | null
  readonly asset_dimensions: Readonly<Record<string, string>> | null
  readonly contract_customer: string | null
  readonly contract_ended: boolean
  /** the contract that covers the device, or the customer's only one, as long as nobody ended it: taken where the report names none */
  readonly covering: string | null
  readonly timezone: string
  readonly customer_class: 'key' | 'standard' | null
  readonly routing: { readonly rules: readonly RoutingRule[]; readonly otherwise: string | null }
}

/** The rules by which a report is routed, in their order; a retired team takes nothing. */
const ROUTING = `jsonb_build_object('otherwise', (SELECT g.otherwise FROM routing g WHERE g.tenant_id = t.tenant_id),
  'rules', coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'when', r.conditions, 'high', r.high) ||
      CASE WHEN m.id IS NULL THEN '{}' ELSE jsonb_build_object('team', m.id) END ORDER BY r.place, r.id)
    FROM routing_rule r LEFT JOIN team m ON m.tenant_id = r.tenant_id AND m.id = r.team AND m.retired_at IS NULL WHERE r.tenant_id = t.tenant_id), '[]'))`

const GROUND = `
  SELECT c.id AS customer, s.customer AS site_customer, s.zone, s.dimensions AS site_dimensions, a.customer AS asset_customer, a.site AS asset_site,
    a.class AS asset_class, a.model AS asset_model, a.dimensions AS asset_dimensions, k.customer AS contract_customer,
    k.ended_at IS NOT NULL AS contract_ended, t.timezone, c.class AS customer_class, ${ROUTING} AS routing,
    CASE WHEN $4::text IS NOT NULL THEN NULL ELSE coalesce(
      (SELECT min(x.contract) FROM contract_asset x JOIN contract live ON live.tenant_id = x.tenant_id AND live.id = x.contract AND live.ended_at IS NULL
        WHERE x.tenant_id = t.tenant_id AND x.asset = a.id HAVING count(*) = 1),
      (SELECT min(x.id) FROM contract x WHERE x.tenant_id = t.tenant_id AND x.customer = c.id AND x.ended_at IS NULL HAVING count(*) = 1)) END AS covering
  FROM tenant t
  LEFT JOIN customer c ON c.tenant_id = t.tenant_id AND c.id = $1
  LEFT JOIN asset a ON a.tenant_id = t.tenant_id AND a.id = $3
  LEFT JOIN site s ON s.tenant_id = t.tenant_id AND s.id = coalesce($2, a.site)
  LEFT JOIN contract k ON k.tenant_id = t.tenant_id AND k.id = $4
  WHERE t.tenant_id = $5`

export async function openingGround(tx: Tx, { customer, site, asset, contract }: OpeningWanted): Promise<OpeningGround> {
  const [row] = await tx.query<OpeningGround>({
    name: 'opening-ground',
    text: GROUND,
    values: [customer, site ?? null, asset ?? null, contract ?? null, tx.tenant],
  })
  if (!row) throw new Error(`no tenant ${tx.tenant}`)
  return row
}

/** The cover under which a ticket was reported, or `none`; undefined: the report says nothing of one. */
export async function coverReported(tx: Tx, ticket: string): Promise<string | undefined> {
  const text = `SELECT data ->> 'cover' AS cover FROM fact WHERE tenant_id = $1 AND subject = $2 AND type = 'ticket.reported' ORDER BY seq LIMIT 1`
  const [row] = await tx.query<{ cover: string | null }>(text, [tx.tenant, `ticket/${ticket}`])
  return row?.cover ?? undefined
}
