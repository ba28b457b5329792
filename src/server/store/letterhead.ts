import type { Letterhead } from '../documents/document.ts'
import type { Tx } from '../database/pool.ts'
import { tenantRow } from './session.ts'

/** 信头: as whom the firm signs its papers. */
export async function readLetterhead(tx: Tx): Promise<Letterhead> {
  return { firm: (await tenantRow(tx))?.name ?? '' }
}
