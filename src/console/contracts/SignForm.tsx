import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { SIDES } from '../../core/contract/signature.ts'
import type { SignDraft, SignatureSide, SignedDraft, Signing } from '../../wire/signatures.ts'
import { tenantNow } from '../../ui/now.ts'
import { toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { OneFileField, useOneFile } from '../files/OneFile.tsx'
import type { OneFile } from '../files/OneFile.tsx'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { Digits } from './Signatures.tsx'

function useSignDraft({ draft, amends }: Pick<Signing, 'draft' | 'amends'>, close: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: SignDraft) => write<SignedDraft>('POST', `/contract-drafts/${draft}/signatures`, body),
    onSuccess: async ({ contract }, { side }) => {
      close()
      notify({
        words: contract
          ? say(amends ? 'contract.amended-done' : 'contract.signed-done', { number: contract.number })
          : say(`signing.${side}-done`),
      })
      if (contract) await navigate({ to: '/contracts/$id', params: { id: contract.id }, replace: true })
      await client.invalidateQueries({
        predicate: ({ queryKey }) =>
          ['contracts', 'contract', 'contract-draft', 'contract-drafts', 'plans', 'facts', 'board'].includes(String(queryKey[0])),
      })
    },
  })
}

type Parts = Readonly<Record<'seal' | 'document', OneFile>>
type FilePartsProps = Parts & { readonly tried: boolean; readonly errors: Readonly<Record<string, string>> }

function FileParts({ tried, errors, ...parts }: FilePartsProps) {
  const { say } = useWords()
  return (['seal', 'document'] as const).map((part) => {
    const { obstacle } = parts[part]
    return (
      <OneFileField
        key={part}
        id={`sign-${part}`}
        label={say(`signing.${part}`)}
        hint={say(`signing.${part}-hint`)}
        file={parts[part]}
        origin={say('signing.seal-given')}
        error={tried && obstacle ? say(obstacle) : errors[part]}
      />
    )
  })
}

/** 登记签署: one side has put its seal to what the draft says. */
export function SignForm({ signing, hash, close }: { readonly signing: Signing; readonly hash: string; readonly close: () => void }) {
  const { say } = useWords()
  const zone = useZone()
  const [typed, setTyped] = useState({
    side: signing.missing[0] ?? 'vendor',
    signer: '',
    signedOn: toInput(tenantNow(), zone).slice(0, 10),
  })
  // What one began from: a draft that is changed meanwhile is refused, and not signed unseen.
  const [began] = useState(hash)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }))
  const [seal, document] = [useOneFile(typed.side === 'vendor' ? signing.ownSeal : undefined), useOneFile()]
  const done = (): void => (seal.clear(), document.clear(), close())
  const { mutate, isPending, error } = useSignDraft(signing, done)
  const errors = fieldErrors(error)
  const signerError = tried && typed.signer.trim() === '' ? say('form.required') : errors.signer
  useFocusOnError(errors, 'sign')
  const send = (): void => {
    setTried(true)
    if (typed.signer.trim() === '' || seal.id === undefined || document.id === undefined) return
    mutate({ ...typed, hash: began, seal: seal.id, document: document.id })
  }
  return (
    <Modal open title={say('signing.record')} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {error && !['side', 'signer', 'signedOn', 'seal', 'document'].some((field) => errors[field]) && (
          <Refused words={failureWords(error, say)} />
        )}
        <Digits label={say('signing.hash')} hash={began} />
        <Field id="sign-side" label={say('signing.side')} error={errors.side}>
          <Select
            id="sign-side"
            value={typed.side}
            options={SIDES.map((side) => ({ value: side, label: say(`signing.${side}`) }))}
            onChange={(side: SignatureSide) => change({ side })}
          />
        </Field>
        <Field id="sign-signer" label={say('signing.signer')} error={signerError}>
          <Input id="sign-signer" value={typed.signer} onChange={(event) => change({ signer: event.target.value })} />
        </Field>
        <Field id="sign-signedOn" label={say('signing.signed-on')} error={errors.signedOn}>
          <Input id="sign-signedOn" type="date" value={typed.signedOn} onChange={(event) => change({ signedOn: event.target.value })} />
        </Field>
        <FileParts seal={seal} document={document} tried={tried} errors={errors} />
        {signing.missing.length === 1 && (
          <p className="s13 ink2">{say(signing.amends ? 'signing.second-amends' : 'signing.second-explained')}</p>
        )}
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say('signing.record')}
        </Button>
      </form>
    </Modal>
  )
}
