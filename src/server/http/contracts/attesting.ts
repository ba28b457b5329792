import { formatDay } from '../../../core/time/civil.ts'
import { localOf } from '../../../core/time/zone.ts'
import type { AttestContract, ContractChanged } from '../../../wire/contracts.ts'
import { withTenant } from '../../database/pool.ts'
import { loadZone } from '../../zones.ts'
import { once } from '../once.ts'
import { Refused, refuse, refuseField } from '../problem.ts'
import type { Call } from '../route.ts'
import { givenSignatures } from './signature-files.ts'
import { isUnsigned } from './read.ts'
import { signedOf } from './signed.ts'
import { standing, write } from './write.ts'

/** 补附签署文件: a contract that was entered without its paper gets both sides' signatures, over what it said when it was signed. */
export async function attestContract(
  call: Call<'contract.manage', { readonly id: string }, undefined, AttestContract>,
): Promise<ContractChanged | Refused> {
  const { http, caller, params, body } = call
  const row = await standing(http, caller, params.id)
  if (row instanceof Refused) return row
  // The same request again finds its own paper there, and gets the first answer all the same.
  if (!isUnsigned(row)) return once<ContractChanged>(call, { work: async () => refuse(409, 'signing.attested-already') })
  const of = row.state_json?.agreements[0]?.fact
  const papers = await withTenant(http.services.pool, caller.tenant, (tx) => signedOf(tx, row.state_json))
  if (of === undefined || !papers) return refuse(409, 'signing.no-record')
  const today = formatDay(localOf(loadZone(row.timezone), await http.services.clock.now(caller.tenant)).day)
  const early = body.signatures.findIndex(({ signedOn }) => signedOn > today)
  if (early >= 0) return refuseField(`signatures.${early}.signedOn`, 'signing.in-future')
  const given = await givenSignatures(call, body.signatures, papers.hash)
  if (given instanceof Refused) return given
  const bound = await http.services.plans.bound(caller.tenant, row.bound_hash)
  const command = { name: 'attest', of, signatures: given.signatures } as const
  return write(call, { id: params.id, command, bound, files: given.files, expectedVersion: body.version })
}
