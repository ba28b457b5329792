import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { CellProblem, SheetGist } from '../../wire/sheets.ts'
import { useWords } from '../../ui/words/say.ts'
import { newKey, write, writeUnder } from '../api/call.ts'
import { progressQuery } from '../api/live.ts'
import { FileField } from '../files/FileField.tsx'
import { useUploads } from '../files/uploads.ts'
import { failureWords } from '../shell/Failure.tsx'
import { PasteRows } from './PasteRows.tsx'
import { Problems } from './ProblemTable.tsx'

type Result = { readonly problems: readonly CellProblem[] }

export type ImportCardProps<Told extends Result> = {
  /** of the route that imports; `/preview` tries it out, `/template` is what to fill in */
  readonly path: string
  readonly sheets: readonly SheetGist[]
  readonly title: string
  readonly explained: string
  /** what the trial says, where nothing is wrong, or what was imported */
  readonly Outcome: ComponentType<{ readonly result: Told; readonly done: boolean }>
  /** what stands there before anything was tried */
  readonly before: ReactNode
}

type Sent<Told> = { readonly result: Told; readonly of: string; readonly done: boolean }

function useImport<Told extends Result>(path: string) {
  const { say } = useWords()
  const client = useQueryClient()
  const uploads = useUploads()
  const [held, setHeld] = useState<string>()
  const [sent, setSent] = useState<Sent<Told>>()
  const files = JSON.stringify(uploads.body.files ?? [])
  const trial = useMutation({
    mutationFn: () => write<Told>('POST', `${path}/preview`, uploads.body),
    onSuccess: (result) => setSent({ result, of: files, done: false }),
  })
  const bring = useMutation({
    mutationFn: ({ signal }: AbortController) => {
      client.removeQueries({ queryKey: progressQuery.queryKey })
      return writeUnder<Told>('POST', path, { key: newKey(), body: uploads.body, signal })
    },
    onSuccess: (result) => {
      setSent({ result, of: '[]', done: true })
      uploads.queue.clear()
      return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
    onError: (_, { signal }) => setHeld(signal.aborted ? say('sheets.cancelled') : undefined),
  })
  const start = (work: () => void): void => {
    const obstacle = uploads.obstacle ?? (files === '[]' ? 'sheets.no-file' : undefined)
    setHeld(obstacle && say(obstacle))
    if (obstacle === undefined) work()
  }
  const shown = sent?.of === files || sent?.done ? sent : undefined
  const ready = shown !== undefined && !shown.done && shown.result.problems.length === 0 && files !== '[]'
  const error = trial.error ?? (bring.variables?.signal.aborted ? null : bring.error)
  return { uploads, held, trial, bring, start, shown, ready, error, cancel: () => bring.variables?.abort() }
}

/** How much of it is written: nothing counts before all of it is, so it can be called off until then. */
function HowFar({ cancel }: { readonly cancel: () => void }) {
  const { say } = useWords()
  const { data } = useQuery(progressQuery)
  return (
    <div className="row" role="status">
      <Progress className="grow" percent={data ? Math.floor((data.done / data.total) * 100) : 0} showInfo={false} size="small" />
      <span className="s13 ink2 nowrap">{data ? say('sheets.how-far', data) : say('sheets.reading')}</span>
      <Button size="small" onClick={cancel}>
        {say('sheets.cancel')}
      </Button>
    </div>
  )
}

/** Tables are chosen or pasted, tried out, and imported once nothing is wrong. */
export function ImportCard<Told extends Result>({ path, sheets, title, explained, Outcome, before }: ImportCardProps<Told>) {
  const { say } = useWords()
  const { uploads, held, trial, bring, start, shown, ready, error, cancel } = useImport<Told>(path)
  const problems = shown?.result.problems ?? []
  return (
    <>
      <section className="card place-card stack">
        <h2 className="label">{title}</h2>
        <p className="s13 ink2">{explained}</p>
        <a href={`/api${path}/template`} download className="s13">
          {say('sheets.template')}
        </a>
        <FileField uploads={uploads} error={held} />
        <PasteRows sheets={sheets} add={(file) => uploads.queue.add([file])} />
        {error && (
          <p role="alert" className="refused">
            {failureWords(error, say)}
          </p>
        )}
        <div className="row">
          <Button type={ready ? 'default' : 'primary'} loading={trial.isPending} onClick={() => start(() => trial.mutate())}>
            {say('sheets.try')}
          </Button>
          {ready && (
            <Button type="primary" loading={bring.isPending} onClick={() => start(() => bring.mutate(new AbortController()))}>
              {say('sheets.import')}
            </Button>
          )}
        </div>
        {bring.isPending && <HowFar cancel={cancel} />}
      </section>
      {problems.length > 0 && <Problems problems={problems} />}
      {shown ? problems.length === 0 && <Outcome result={shown.result} done={shown.done} /> : before}
    </>
  )
}
