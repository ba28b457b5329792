import type { ReactNode } from 'react'
import type { ContractDetail } from '../../wire/contracts.ts'
import type { DraftSignature, Signature } from '../../wire/signatures.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { FileList } from '../files/FileList.tsx'
import { useZone } from '../session.ts'

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

/** 签署 of a contract: who put their seal to what. */
export function Signatures({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const [first] = contract.signatures
  const isAmended = first?.amended ?? false
  return (
    <section className="card place-card">
      <h2 className="label">{say('signing.title')}</h2>
      {!first && <p className="s13 ink3">{say('signing.not-noted')}</p>}
      <ul>
        {contract.signatures.map((one) => (
          <SignatureLine key={one.side} signature={one} />
        ))}
      </ul>
      {isAmended && <p className="s13">{say('signing.amended-since')}</p>}
      {first && <Digits label={say(isAmended ? 'signing.hash-first' : 'signing.hash')} hash={first.hash} />}
    </section>
  )
}
