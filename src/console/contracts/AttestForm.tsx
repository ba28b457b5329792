import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { SIDES } from '../../core/contract/signature.ts'
import type { AttestContract, ContractDetail } from '../../wire/contracts.ts'
import { tenantNow } from '../../ui/now.ts'
import { toInput } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { OneFileField, useOneFile } from '../files/OneFile.tsx'
import { useFocusOnError } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { PaperSignersSection, usePaperSigners } from './PaperSigners.tsx'

type Errors = Readonly<Record<string, string>>
type AttestProps = { readonly contract: Pick<ContractDetail, 'id' | 'version' | 'signedOn'>; readonly close: () => void }

function useAttest({ id }: AttestProps['contract'], done: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AttestContract) => write('POST', `/contracts/${id}/signatures`, body),
    onSuccess: () => {
      done()
      notify({ words: say('signing.attached') })
      return client.invalidateQueries({
        predicate: ({ queryKey }) => ['contracts', 'contract', 'facts'].includes(String(queryKey[0])),
      })
    },
  })
}

function useSeals() {
  const [vendor, customer] = [useOneFile(), useOneFile()]
  return { vendor, customer }
}

/** The picture of each side's seal, where the scan does not show it well enough. */
function SealFields({ seals, errors }: { readonly seals: ReturnType<typeof useSeals>; readonly errors: Errors }) {
  const { say } = useWords()
  return SIDES.map((side, index) => (
    <OneFileField
      key={side}
      id={`contract-seal-${side}`}
      label={say('signing.paper-seal', { side: say(`signing.${side}`) })}
      hint={say('signing.paper-seal-hint')}
      file={seals[side]}
      error={errors[`seal-${side}`] ?? errors[`signatures.${index}.seal`]}
    />
  ))
}

/** 补附签署文件: who signed for each side and when, the paper, and the seals. */
export function AttestForm({ contract, close }: AttestProps) {
  const { say } = useWords()
  const zone = useZone()
  const signers = usePaperSigners(contract.signedOn ?? toInput(tenantNow(), zone).slice(0, 10))
  const seals = useSeals()
  const [tried, setTried] = useState(false)
  const done = (): void => {
    for (const one of [signers.document, seals.vendor, seals.customer]) one.clear()
    close()
  }
  const { mutate, isPending, error } = useAttest(contract, done)
  const waits = SIDES.flatMap((side) => {
    const { obstacle } = seals[side]
    return obstacle === undefined || obstacle === 'files.none-yet' ? [] : [[`seal-${side}`, say(obstacle)] as const]
  })
  const { obstacle } = signers.document
  const missing: Errors = {
    ...Object.fromEntries(
      SIDES.filter((side) => signers.typed[side].signer.trim() === '').map((side) => [`signer-${side}`, say('form.required')]),
    ),
    ...(obstacle === undefined ? {} : { 'signed-document': say(obstacle) }),
    ...Object.fromEntries(waits),
  }
  const errors: Errors = { ...fieldErrors(error), ...(tried ? missing : {}) }
  useFocusOnError(errors, 'contract')
  const send = (): void => {
    setTried(true)
    const { id: document } = signers.document
    if (Object.keys(missing).length > 0 || document === undefined) return
    const signatures = signers.signatures.map((one) => ({ ...one, document, seal: seals[one.side].id }))
    mutate({ version: contract.version, signatures })
  }
  return (
    <Modal open title={say('signing.attach')} onCancel={close} footer={null}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {error && Object.keys(fieldErrors(error)).length === 0 && <Refused words={failureWords(error, say)} />}
        <PaperSignersSection signers={signers} errors={errors} explained={say('signing.attach-explained')} required />
        <SealFields seals={seals} errors={errors} />
        <Button type="primary" htmlType="submit" loading={isPending}>
          {say('signing.attach')}
        </Button>
      </form>
    </Modal>
  )
}
