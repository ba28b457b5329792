import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { PlanFinding } from '../../wire/base.ts'
import type { CheckedPlan, PlanDetail } from '../../wire/plans.ts'
import { useWords } from '../../ui/words/say.ts'
import { call, write } from '../api/call.ts'
import { problemOf } from '../api/problem.ts'
import { planQuery } from '../api/queries.ts'
import { failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { useSettled } from '../shell/Palette.tsx'
import { Findings } from './Findings.tsx'
import { PlanText } from './PlanText.tsx'
import type { PlanTextHandle } from './PlanText.tsx'
import { asNextVersion } from './plan-text.ts'
import './plans.css'

const MOST_BYTES = 200_000

/** The text that one begins from: a draft as it stands, or what is signed already as its next version. */
function useBegun(set: (text: string) => void): void {
  const { from } = useSearch({ from: '/room/plans/new' })
  const { data } = useQuery({ ...planQuery(from ?? ''), enabled: from !== undefined })
  const begun = useRef(false)
  useEffect(() => {
    if (!data || begun.current) return
    begun.current = true
    const newest = Math.max(...data.versions.map((one) => one.version))
    set(data.state === 'draft' ? data.yaml : asNextVersion(data.yaml, newest + 1))
  }, [data, set])
}

/** Examined while somebody writes; nothing is stored by it. */
function useChecked(text: string) {
  const settled = useSettled(text)
  const checked = useQuery({
    queryKey: ['plan-check', settled],
    queryFn: ({ signal }) => call<CheckedPlan>('POST', '/plans/check', { body: { yaml: settled }, signal }),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
  const fresh = settled === text && !checked.isFetching && !checked.isPlaceholderData
  return { answer: text.trim() === '' ? undefined : checked.data, fresh, error: checked.error }
}

function useTakeIn() {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (yaml: string) => write<PlanDetail>('POST', '/plans', { yaml }),
    onSuccess: async ({ ref }) => {
      notify({ words: say('plan.taken-in', { ref }) })
      void client.invalidateQueries({ predicate: ({ queryKey }) => ['plans', 'plan'].includes(String(queryKey[0])) })
      await navigate({ to: '/plans/$ref', params: { ref } })
    },
  })
}

function FileButton({ take }: { readonly take: (text: string) => void }) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    if (file.size > MOST_BYTES) return notify({ words: say('plan.file-too-big'), tone: 'refused' })
    take(await file.text())
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,text/yaml,application/yaml"
        className="hidden-file"
        aria-label={say('plan.choose-file')}
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{say('plan.choose-file')}</Button>
    </>
  )
}

function Verdict({ answer, fresh }: { readonly answer: CheckedPlan | undefined; readonly fresh: boolean }) {
  const { say } = useWords()
  if (!answer) return <p className="s13 ink3">{say('plan.text-hint')}</p>
  const errors = answer.findings.filter((one) => one.severity === 'error').length
  return (
    <p className="s13" role="status">
      {!fresh ? say('plan.checking') : answer.plan ? say('plan.would-be', answer.plan) : say('plan.no-plan', { count: errors })}
      {fresh && answer.plan && answer.findings.length === 0 && ` ${say('plan.no-findings')}`}
    </p>
  )
}

/** 导入方案: the text on one side, what is to be said of it on the other, line by line. */
export function ImportPlan() {
  const { say } = useWords()
  const [text, setText] = useState('')
  const area = useRef<PlanTextHandle>(null)
  useBegun(setText)
  const { answer, fresh, error } = useChecked(text)
  const taking = useTakeIn()
  const refused = problemOf(taking.error)
  const findings: readonly PlanFinding[] = answer?.findings ?? []
  return (
    <main className="sheet">
      <header className="row sheet-head">
        <h1 className="grow">{say('plan.import')}</h1>
        <FileButton take={setText} />
        <Button
          type="primary"
          loading={taking.isPending}
          disabled={!fresh || answer?.plan === undefined}
          onClick={() => taking.mutate(text)}
        >
          {say('plan.take-in')}
        </Button>
      </header>
      {taking.error && (
        <p role="alert" className="refused">
          {refused?.detail ?? failureWords(taking.error, say)}
        </p>
      )}
      <div className="plan-import">
        <PlanText id="plan-yaml" label={say('plan.text')} text={text} change={setText} findings={findings} ref={area} />
        <section className="plan-said" aria-label={say('plan.findings')}>
          <h2 className="label">{say('plan.findings')}</h2>
          {error ? <p className="refused">{failureWords(error, say)}</p> : <Verdict answer={answer} fresh={fresh} />}
          <Findings findings={findings} go={(finding) => area.current?.show(finding)} />
        </section>
      </div>
    </main>
  )
}
