import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ContractDetail } from '../../wire/contracts.ts'
import type { DraftSignature, Signature } from '../../wire/signatures.ts'
import { useMinute } from '../../ui/now.ts'
import { fullWords, instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { amendmentDraftsQuery } from '../api/queries.ts'
import { FileList } from '../files/FileList.tsx'
import { useMay, useZone } from '../session.ts'
import { AttestForm } from './AttestForm.tsx'
import { MissingTag } from './MissingTag.tsx'

/** A hash as one reads it off paper: all of its digits, in one typeface. */
export function Digits({ label, hash }: { readonly label: string; readonly hash: string }) {
  return (
    <p className="s12 ink3 signed-hash">
      {label} <span className="mono">{hash}</span>
    </p>
  )
}

function Files({ seal, document }: Signature) {
  const { say } = useWords()
  return (
    <>
      {seal && (
        <>
          <FileList files={[seal]} />
          <Digits label={say('signing.seal-hash')} hash={seal.sha256} />
        </>
      )}
      {document && (
        <>
          <FileList files={[document]} />
          <Digits label={say('signing.document-hash')} hash={document.sha256} />
        </>
      )}
    </>
  )
}

/** Why it does not count any more, and who said so. */
function Voided({ voided }: Pick<DraftSignature, 'voided'>) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  if (!voided) return null
  const at = instantWords(voided.at, now, { zone, locale })
  return (
    <span className="s13 ink2 block">
      {say(`signing.voided-${voided.why}`, { name: voided.by.name, at })} {voided.reason}
    </span>
  )
}

/** Whether it is over what holds today: `amended`, over what was agreed first. */
function agreementOf({ matches, amended }: Signature): 'matches' | 'amended' | 'other' {
  if (!matches) return 'other'
  return amended ? 'amended' : 'matches'
}

type LineProps = { readonly signature: Signature & Partial<Pick<DraftSignature, 'voided'>>; readonly children?: ReactNode }

/** One side's signature: who signed and when, whether it is over what stands here, and its files with their hashes. */
export function SignatureLine({ signature, children }: LineProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { side, signer = '—', signedOn, by, at, voided } = signature
  const stands = voided ? 'void' : agreementOf(signature)
  return (
    <li className="signature">
      <div className="row">
        <span className="grow">
          <b className={voided ? 'voided' : undefined}>{say(`signing.${side}`)}</b> {say('signing.signed-by', { signer, day: signedOn })}
        </span>
        <span className={`tag signature-${stands}`}>{say(`signing.${stands}`)}</span>
        {children}
      </div>
      <span className="s13 ink3 block">
        {say('signing.recorded', { name: by?.name ?? '—', at: instantWords(at, now, { zone, locale }) })}
      </span>
      <Voided voided={voided} />
      {!voided && <Files {...signature} />}
    </li>
  )
}

type Amendment = ContractDetail['amendments'][number]

/** An amendment that was signed: since when it holds and why, and who put their seal to it. */
function SignedAmendment({ amendment }: { readonly amendment: Amendment }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const { at, reason, signatures, hash } = amendment
  return (
    <>
      <h3 className="s13 signed-edition">
        {say('signing.amendment', { at: fullWords(at, { zone, locale }) })} <span className="ink2">{reason}</span>
      </h3>
      <ul>
        {signatures.map((one) => (
          <SignatureLine key={one.side} signature={one} />
        ))}
      </ul>
      <Digits label={say('signing.hash')} hash={hash} />
    </>
  )
}

/** Amendments that are being written or wait for a signature, for those who manage contracts. */
function AmendmentDrafts({ contract }: { readonly contract: string }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const list = useInfiniteQuery({ ...amendmentDraftsQuery(contract), enabled: useMay('contract.manage') })
  const drafts = list.data?.pages.flatMap((page) => page.items) ?? []
  if (drafts.length === 0) return null
  return (
    <ul>
      {drafts.map(({ id, by, changedAt, missing }) => (
        <li key={id}>
          <Link to="/contracts/drafts/$id" params={{ id }} className="sheet-row s13">
            <span className="grow">
              <b>{say('signing.amendment-draft')}</b>{' '}
              <span className="ink3">
                {say('contract.draft-by', { name: by.name })} · {instantWords(changedAt, now, { zone, locale })}
              </span>
            </span>
            <MissingTag missing={missing} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** A contract that was entered without its paper: whoever manages contracts attaches it later. */
function Attach({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const mayManage = useMay('contract.manage')
  const [attaching, setAttaching] = useState(false)
  if (!contract.unsigned) return null
  return (
    <>
      <p className="s13">{say('signing.unsigned-explained')}</p>
      {mayManage && <Button onClick={() => setAttaching(true)}>{say('signing.attach')}</Button>}
      {attaching && <AttestForm contract={contract} close={() => setAttaching(false)} />}
    </>
  )
}

/** 签署 of a contract: who put their seal to what, the amendments before what was agreed first. */
export function Signatures({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const { signatures, amendments } = contract
  const [first] = signatures
  const isAmended = first?.amended ?? false
  const isSigned = amendments.some(({ signatures: both }) => both.length === 2 && both.every(({ amended }) => !amended))
  return (
    <section className="card place-card">
      <h2 className="label">{say('signing.title')}</h2>
      <AmendmentDrafts contract={contract.id} />
      {amendments.map((one) => (
        <SignedAmendment key={one.fact} amendment={one} />
      ))}
      {first && amendments.length > 0 && <h3 className="s13 signed-edition">{say('signing.at-first')}</h3>}
      {!first && amendments.length === 0 && <p className="s13 ink3">{say('signing.not-noted')}</p>}
      <ul>
        {signatures.map((one) => (
          <SignatureLine key={one.side} signature={one} />
        ))}
      </ul>
      {isAmended && !isSigned && <p className="s13">{say(amendments.length > 0 ? 'signing.amended-after' : 'signing.amended-since')}</p>}
      {first && <Digits label={say(isAmended ? 'signing.hash-first' : 'signing.hash')} hash={first.hash} />}
      <Attach contract={contract} />
    </section>
  )
}
