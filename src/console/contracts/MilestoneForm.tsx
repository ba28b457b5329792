import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { ContractChanged, ContractDetail, ContractMilestone } from '../../wire/contracts.ts'
import { tenantNow } from '../../ui/now.ts'
import { fromInput, toInput, zoneWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { LATE_MS } from '../form/happened.ts'
import { useZone } from '../session.ts'
import { Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'

export const MILESTONES: readonly ContractMilestone[] = ['shipped', 'delivered', 'commissioned', 'accepted']

type Typed = {
  readonly milestone: ContractMilestone
  readonly assets: readonly string[]
  readonly at: string
  readonly evidence: string
  readonly lateReason: string
}

/** The first that is still to come is what most people came for. */
function nextOf({ milestones }: ContractDetail): ContractMilestone {
  return MILESTONES.find((one) => !milestones.some((reached) => reached.milestone === one)) ?? 'accepted'
}

function useReach(contract: ContractDetail, close: () => void) {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly milestone: ContractMilestone }) =>
      write<ContractChanged>('POST', `/contracts/${contract.id}/reach`, body),
    onSuccess: (_, { milestone }) => {
      notify({ words: say('contract.reached-done', { milestone: say(`contract.milestone-${milestone}`) }) })
      close()
      return client.invalidateQueries({
        predicate: ({ queryKey }) => ['contract', 'contracts', 'facts', 'board'].includes(String(queryKey[0])),
      })
    },
  })
}

type PartProps = {
  readonly typed: Typed
  readonly change: (part: Partial<Typed>) => void
  readonly errors: Readonly<Record<string, string>>
}

function WhatFields({ typed, change, errors, contract }: PartProps & { readonly contract: ContractDetail }) {
  const { say } = useWords()
  return (
    <>
      <Field id="reach-milestone" label={say('contract.milestone')} error={errors.milestone}>
        <Select
          id="reach-milestone"
          value={typed.milestone}
          options={MILESTONES.map((one) => ({ value: one, label: say(`contract.milestone-${one}`) }))}
          onChange={(milestone: ContractMilestone) => change({ milestone })}
        />
      </Field>
      <Field id="reach-assets" label={say('contract.milestone-assets')} optional error={errors.assets}>
        <Select
          id="reach-assets"
          mode="multiple"
          value={[...typed.assets]}
          placeholder={say('contract.milestone-all')}
          options={contract.assets.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(assets: string[]) => change({ assets })}
        />
      </Field>
    </>
  )
}

function EvidenceFields({ typed, change, errors, late }: PartProps & { readonly late: boolean }) {
  const { say } = useWords()
  return (
    <>
      <Field id="reach-evidence" label={say('contract.evidence')} error={errors.evidence}>
        <Input
          id="reach-evidence"
          value={typed.evidence}
          placeholder={say('contract.evidence-hint')}
          onChange={(event) => change({ evidence: event.target.value })}
        />
      </Field>
      {(late || errors.lateReason !== undefined) && (
        <div className="late-questions">
          <p className="s13">{say('contract.late-hint')}</p>
          <Field id="reach-lateReason" label={say('contract.late-reason')} error={errors.lateReason}>
            <Input id="reach-lateReason" value={typed.lateReason} onChange={(event) => change({ lateReason: event.target.value })} />
          </Field>
        </div>
      )}
    </>
  )
}

/** 登记里程碑: what happened to what was sold, when, and by what it can be shown. */
export function MilestoneForm({ contract, close }: { readonly contract: ContractDetail; readonly close: () => void }) {
  const { say } = useWords()
  const zone = useZone()
  const [began] = useState(() => ({ version: contract.version, at: toInput(tenantNow(), zone) }))
  const [typed, setTyped] = useState<Typed>({ milestone: nextOf(contract), assets: [], at: began.at, evidence: '', lateReason: '' })
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }))
  const uploads = useUploads()
  const [held, setHeld] = useState(false)
  const { mutate, isPending, error } = useReach(contract, () => (uploads.queue.clear(), close()))
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'reach')
  // Left as it opened, it happened now; to the minute it would lie in the past.
  const at = typed.at === began.at ? undefined : fromInput(typed.at, zone)
  const late = at !== undefined && tenantNow() - at > LATE_MS
  const send = (): void => {
    setHeld(uploads.obstacle !== undefined)
    if (uploads.obstacle !== undefined) return
    const { milestone, assets, evidence, lateReason } = typed
    mutate({
      version: began.version,
      milestone,
      evidence,
      ...uploads.body,
      ...(assets.length > 0 ? { assets } : {}),
      ...(at === undefined ? {} : { occurredAt: at }),
      ...(late && lateReason.trim() !== '' ? { lateReason } : {}),
    } as { readonly milestone: ContractMilestone })
  }
  return (
    <Modal open title={say('contract.reach')} onCancel={close} footer={null}>
      <form
        className="stack"
        onPaste={uploads.paste}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {error && Object.keys(errors).length === 0 && <Refused words={failureWords(error, say)} />}
        <WhatFields typed={typed} change={change} errors={errors} contract={contract} />
        <Field id="reach-occurredAt" label={say('contract.milestone-at', { zone: zoneWords(tenantNow(), zone) })} error={errors.occurredAt}>
          <Input id="reach-occurredAt" type="datetime-local" value={typed.at} onChange={(event) => change({ at: event.target.value })} />
        </Field>
        <EvidenceFields typed={typed} change={change} errors={errors} late={late} />
        <FileField uploads={uploads} error={held && uploads.obstacle ? say(uploads.obstacle) : undefined} />
        <Button type="primary" htmlType="submit" loading={isPending} disabled={typed.evidence.trim() === ''}>
          {say('contract.reach')}
        </Button>
      </form>
    </Modal>
  )
}
