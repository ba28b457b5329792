import { z } from 'zod'
import { Done, IdParams } from '../../../wire/base.ts'
import { SignDraft, SignatureParams, SignedDraft, Signing, WithdrawSignature } from '../../../wire/signatures.ts'
import { getSigning, signDraft, withdrawSignature } from '../contracts/signing.ts'
import { getDraftAnnex } from '../documents/draft-annex.ts'
import { route } from '../route.ts'

/** A contract that is still a draft, on its way to be signed by both sides. */
export const SIGNING_ROUTES = [
  route({
    at: 'GET /contract-drafts/{id}/signing',
    permission: 'contract.manage',
    params: IdParams,
    answer: Signing,
    handle: getSigning,
  }),
  route({
    at: 'GET /contract-drafts/{id}/annex',
    permission: 'contract.manage',
    params: IdParams,
    answer: z.string(),
    media: 'application/pdf',
    handle: getDraftAnnex,
  }),
  route({
    at: 'POST /contract-drafts/{id}/signatures',
    permission: 'contract.manage',
    params: IdParams,
    body: SignDraft,
    answer: SignedDraft,
    status: 201,
    handle: signDraft,
  }),
  route({
    at: 'POST /contract-drafts/{id}/signatures/{side}/withdraw',
    permission: 'contract.manage',
    params: SignatureParams,
    body: WithdrawSignature,
    answer: Done,
    handle: withdrawSignature,
  }),
]
