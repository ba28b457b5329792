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

type LineProps = { readonly signature: Signature & Partial<Pick<DraftSignature, 'voided'>>; readonly children?: ReactNode }

/** One side's signature: who signed and when, whether it is over what stands here, and its files with their hashes. */
export function SignatureLine({ signature, children }: LineProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const { side, signer = '—', signedOn, matches, by, at, voided } = signature
  const words = voided ? say('signing.void') : say(matches ? 'signing.matches' : 'signing.other')
  return (
    <li className="signature">
      <div className="row">
        <span className="grow">
          <b className={voided ? 'voided' : undefined}>{say(`signing.${side}`)}</b> {say('signing.signed-by', { signer, day: signedOn })}
        </span>
        <span className={`tag ${matches && !voided ? 'signature-matches' : ''}`}>{words}</span>
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
  return (
    <section className="card place-card">
      <h2 className="label">{say('signing.title')}</h2>
      {!first && <p className="s13 ink3">{say('signing.not-noted')}</p>}
      <ul>
        {contract.signatures.map((one) => (
          <SignatureLine key={one.side} signature={one} />
        ))}
      </ul>
      {first && <Digits label={say('signing.hash')} hash={first.hash} />}
    </section>
  )
}
