import { Input } from 'antd'
import { useState } from 'react'
import { SIDES } from '../../core/contract/signature.ts'
import type { GivenSignature, SignatureSide } from '../../wire/signatures.ts'
import { useWords } from '../../ui/words/say.ts'
import { OneFileField, useOneFile } from '../files/OneFile.tsx'
import type { OneFile } from '../files/OneFile.tsx'
import { Field } from '../form/Field.tsx'

type Typed = Readonly<Record<SignatureSide, { readonly signer: string; readonly signedOn: string }>>

/** Who signed on paper, as it is being written down. */
export type PaperSigners = {
  readonly typed: Typed
  readonly change: (side: SignatureSide, part: Partial<Typed[SignatureSide]>) => void
  readonly document: OneFile
  /** what goes with the form: the sides for which somebody is named, each with the document */
  readonly signatures: readonly GivenSignature[]
  /** sentences by field: what keeps the form from being sent off */
  readonly missing: () => Readonly<Record<string, string>>
}

/** `day`: on which both signed, unless something else is typed. */
export function usePaperSigners(day: string): PaperSigners {
  const { say } = useWords()
  const [typed, setTyped] = useState<Typed>({ vendor: { signer: '', signedOn: '' }, customer: { signer: '', signedOn: '' } })
  const document = useOneFile()
  const named = SIDES.filter((side) => typed[side].signer.trim() !== '')
  const { id, uploads } = document
  const signatures = named.map((side) => ({
    side,
    signer: typed[side].signer.trim(),
    signedOn: typed[side].signedOn || day,
    ...(id === undefined ? {} : { document: id }),
  }))
  const missing = (): Readonly<Record<string, string>> => {
    if (uploads.obstacle) return { 'signed-document': say(uploads.obstacle) }
    if (document.obstacle === 'files.one-only') return { 'signed-document': say('files.one-only') }
    // A document that nobody is said to have signed would be lost without a word.
    return id !== undefined && named.length === 0 ? { 'signer-vendor': say('signing.who-signed') } : {}
  }
  const change: PaperSigners['change'] = (side, part) => setTyped((before) => ({ ...before, [side]: { ...before[side], ...part } }))
  return { typed, change, document, signatures, missing }
}

type SideProps = {
  readonly side: SignatureSide
  readonly signers: PaperSigners
  readonly errors: Readonly<Record<string, string>>
  readonly required: boolean
}

function SideFields({ side, signers, errors, required }: SideProps) {
  const { say } = useWords()
  const { signer, signedOn } = signers.typed[side]
  const at = signers.signatures.findIndex((one) => one.side === side)
  const named = say(`signing.${side}`)
  return (
    <>
      <Field
        id={`contract-signer-${side}`}
        label={say('signing.paper-signer', { side: named })}
        optional={!required}
        error={errors[`signer-${side}`] ?? errors[`signatures.${at}.signer`]}
      >
        <Input id={`contract-signer-${side}`} value={signer} onChange={(event) => signers.change(side, { signer: event.target.value })} />
      </Field>
      <Field
        id={`contract-signer-day-${side}`}
        label={say('signing.paper-day', { side: named })}
        optional
        error={errors[`signatures.${at}.signedOn`]}
      >
        <Input
          id={`contract-signer-day-${side}`}
          type="date"
          value={signedOn}
          onChange={(event) => signers.change(side, { signedOn: event.target.value })}
        />
      </Field>
    </>
  )
}

type SectionProps = Omit<SideProps, 'side' | 'required'> & { readonly explained?: string; readonly required?: boolean }

/** 纸面签署: who signed for each side, with the document. */
export function PaperSignersSection({ signers, errors, explained, required = false }: SectionProps) {
  const { say } = useWords()
  const ofDocument = Object.entries(errors).find(([field]) => /^signatures\.\d\.document$/.test(field))?.[1]
  return (
    <section className="form-section">
      <h2 className="label">{say('signing.paper')}</h2>
      <p className="s13 ink2">{explained ?? say('signing.paper-explained')}</p>
      <div className="field-grid paper-signers">
        {SIDES.map((side) => (
          <SideFields key={side} side={side} signers={signers} errors={errors} required={required} />
        ))}
      </div>
      <OneFileField
        id="contract-signed-document"
        label={say('signing.document')}
        hint={say('signing.document-hint')}
        file={signers.document}
        error={errors['signed-document'] ?? ofDocument}
      />
    </section>
  )
}
