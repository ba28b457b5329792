import { withTenant } from '../database/pool.ts'
import { readWhole } from '../files/whole.ts'
import type { Services } from '../services.ts'
import { findFile } from '../store/files.ts'
import { readLetterhead } from '../store/letterhead.ts'
import type { LetterheadRow } from '../store/letterhead.ts'
import { present } from '../store/rows.ts'
import type { Letterhead, Picture } from './document.ts'
import { readPicture } from './picture.ts'

type Stores = Pick<Services, 'pool' | 'files'>

/** The bytes of a kept file; undefined where they are gone. */
export async function bytesOfFile({ pool, files }: Stores, tenant: string, id: string): Promise<Uint8Array | undefined> {
  const row = await withTenant(pool, tenant, (tx) => findFile(tx, id))
  if (!row || row.content === null) return undefined
  return readWhole(files, { tenant, sha256: row.content })
}

/** A paper goes out without a picture that cannot be had rather than not at all. */
export async function pictureOf(stores: Stores, tenant: string, id: string | null): Promise<Picture | undefined> {
  const bytes = id === null ? undefined : await bytesOfFile(stores, tenant, id)
  const picture = bytes && readPicture(bytes)
  return typeof picture === 'object' ? picture : undefined
}

/** The head of a paper in words alone. */
export function letterheadWords({
  firm,
  address,
  phone,
  footer,
}: Pick<LetterheadRow, 'firm' | 'address' | 'phone' | 'footer'>): Letterhead {
  return { firm, address: present(address), phone: present(phone), footer: present(footer) }
}

/** 信头 as papers carry it today. */
export async function loadLetterhead(stores: Stores, tenant: string): Promise<Letterhead> {
  const row = await withTenant(stores.pool, tenant, readLetterhead)
  return { ...letterheadWords(row), logo: await pictureOf(stores, tenant, row.logo) }
}
