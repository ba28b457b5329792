import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { PlanFinding } from '../../../wire/base.ts'
import type { PlanDetail, PlanDraft } from '../../../wire/plans.ts'
import { titleIn } from '../../../core/plan/text.ts'
import { timeOfDay } from '../../../ui/time.ts'
import { useWords } from '../../../ui/words/say.ts'
import { write } from '../../api/call.ts'
import { problemOf } from '../../api/problem.ts'
import { planDraftQuery, planQuery } from '../../api/queries.ts'
import { useKeys } from '../../keys.ts'
import { useIsPhone } from '../../phone.ts'
import { planVersion } from '../../plan-version.ts'
import { useZone } from '../../session.ts'
import { Failure, failureWords } from '../../shell/Failure.tsx'
import { notify } from '../../shell/notice.ts'
import { useBegin } from '../useBegin.ts'
import { AnnexPreview } from './AnnexPreview.tsx'
import { ClauseBlocks, ReadAloud } from './ClauseBlocks.tsx'
import type { CodeBoxHandle } from './CodeBox.tsx'
import { Parted } from './Parted.tsx'
import { TextDifferences } from './TextDifferences.tsx'
import { TryOut } from './TryOut.tsx'
import { useChecked } from './useChecked.ts'
import type { Checked } from './useChecked.ts'
import { useDraftText } from './useDraftText.ts'
import { useKnowledge } from './useKnowledge.ts'
import '../plans.css'
import './editor.css'

/** The editor itself comes after the page: it is large, and a plan can be read without it. */
const CodeBox = lazy(async () => ({ default: (await import('./CodeBox.tsx')).CodeBox }))

type Draft = ReturnType<typeof useDraftText>

/** Takes the text in as a version; a text with errors is refused with a sentence, and the first of them shown. */
function useTakeIn(draft: Draft, { id }: PlanDraft, refuse: Refuse) {
  const { say } = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => write<PlanDetail>('POST', '/plans', { yaml: draft.text, draft: id }),
    onSuccess: async ({ ref }) => {
      draft.done()
      notify({ words: say('plan.taken-in', { ref }) })
      client.removeQueries({ queryKey: planDraftQuery(id).queryKey })
      void client.invalidateQueries({
        predicate: ({ queryKey }) => ['plans', 'plan', 'plan-drafts'].includes(String(queryKey[0])),
      })
      await navigate({ to: '/plans/$ref', params: { ref } })
    },
    onError: (error) => {
      const [first] = problemOf(error)?.findings ?? []
      if (first) refuse(first)
    },
  })
}

function KeptState({ draft }: { readonly draft: Draft }) {
  const { say } = useWords()
  const zone = useZone()
  return (
    <span role="status">
      {draft.state === 'kept' ? say('plan-edit.kept-at', { at: timeOfDay(draft.keptAt, zone) }) : say(draft.state === 'parted' ? 'plan-edit.parted-state' : `plan-edit.${draft.state}`)}
    </span>
  )
}

function CheckState({ checked }: { readonly checked: Checked }) {
  const { say } = useWords()
  const zone = useZone()
  if (checked.error && !checked.fresh) return <span>{say('plan-edit.not-checked')}</span>
  if (!checked.fresh || checked.at === undefined) return <span>{say('plan.checking')}</span>
  return <span>{say('plan-edit.checked-at', { at: timeOfDay(checked.at, zone) })}</span>
}

type Refuse = (finding: PlanFinding) => void

type HeadProps = {
  readonly draft: Draft
  readonly stored: PlanDraft
  readonly base: PlanDetail | undefined
  readonly checked: Checked
  readonly refuse: Refuse
}

function baseWords(say: ReturnType<typeof useWords>['say'], base: PlanDetail | undefined): string {
  if (!base) return say('plan-edit.from-nothing')
  return say('plan-edit.based-on', { version: base.version, contracts: base.contracts })
}

function Head({ draft, stored, base, checked, refuse }: HeadProps) {
  const { say } = useWords()
  const taking = useTakeIn(draft, stored, refuse)
  const { answer, fresh } = checked
  const errors = answer?.findings.filter(({ severity }) => severity === 'error') ?? []
  const told = problemOf(taking.error)
  const version = answer?.plan ? planVersion(answer.plan.ref) : undefined
  return (
    <>
      <header className="row plan-edit-head">
        <div className="grow">
          <h1>
            {titleIn(draft.text) || say('plan-edit.untitled')} <span className="tag">{say('plan.state-draft')}</span>
          </h1>
          <div className="s12 ink3">
            {baseWords(say, base)} ·{' '}
            {base && (
              <>
                <Link to="/plans/$ref" params={{ ref: base.ref }}>
                  {say('beside.title')}
                </Link>{' '}
                ·{' '}
              </>
            )}
            {stored.by.name} · <KeptState draft={draft} /> · <CheckState checked={checked} />
          </div>
        </div>
        {errors.length > 0 && fresh && <span className="s12 ink2 plan-edit-why">{say('plan-edit.errors-first', { count: errors.length })}</span>}
        <AnnexPreview
          draft={stored.id}
          yaml={draft.text}
          refuse={errors[0] ? () => refuse(errors[0]!) : undefined}
          keep={draft.keep}
        />
        <Button type="primary" loading={taking.isPending} onClick={() => (fresh && errors[0] ? refuse(errors[0]) : taking.mutate())}>
          {version === undefined ? say('plan-edit.take-in') : say('plan-edit.take-in-as', { version })}
        </Button>
      </header>
      {taking.error && !told?.findings && (
        <p role="alert" className="refused">
          {told?.detail ?? failureWords(taking.error, say)}
        </p>
      )}
    </>
  )
}

/** The editor's own few words in the reader's language, by the English that it has inside. */
function usePhrases(): Readonly<Record<string, string>> {
  const { say } = useWords()
  return useMemo(
    () => ({
      Find: say('plan-edit.find'),
      Replace: say('plan-edit.replace'),
      next: say('plan-edit.find-next'),
      previous: say('plan-edit.find-previous'),
      all: say('plan-edit.find-all'),
      'match case': say('plan-edit.match-case'),
      'by word': say('plan-edit.by-word'),
      regexp: say('plan-edit.by-pattern'),
      replace: say('plan-edit.replace'),
      'replace all': say('plan-edit.replace-all'),
      close: say('action.close'),
      'No diagnostics': say('plan.no-findings'),
      Diagnostics: say('plan.findings'),
    }),
    [say],
  )
}

type View = 'text' | 'clauses' | 'aloud' | 'differences'
const SIDES: readonly View[] = ['clauses', 'aloud', 'differences']

type TextProps = {
  readonly draft: Draft
  readonly checked: Checked
  readonly box: RefObject<CodeBoxHandle | null>
  readonly caret: (clause: string | undefined) => void
}

function TextSide({ draft, checked, box, caret }: TextProps) {
  const { say } = useWords()
  const knowledge = useKnowledge()
  const phrases = usePhrases()
  const { text, write: changed, keep } = draft
  const told = { changed, caret, keep: () => void keep(), check: checked.now }
  return (
    <section className="plan-edit-text" aria-label={say('plan.text')}>
      <Suspense fallback={<pre className="plan-original">{text}</pre>}>
        {knowledge ? (
          <CodeBox
            id="plan-yaml"
            ref={box}
            label={say('plan.text')}
            text={text}
            findings={checked.answer?.findings ?? NONE}
            knowledge={knowledge}
            phrases={phrases}
            told={told}
          />
        ) : (
          <pre className="plan-original">{text}</pre>
        )}
      </Suspense>
      <TryOut of={{ yaml: text }} asks={checked.fresh ? checked.answer?.asks : undefined} fresh={checked.fresh} />
    </section>
  )
}

const NONE: readonly never[] = []

function Sides({ shown, base, text, ...rest }: SidesProps) {
  if (shown === 'differences' && base) return <TextDifferences yaml={text} base={base.ref} checked={rest.checked} />
  return shown === 'aloud' ? <ReadAloud {...rest} /> : <ClauseBlocks {...rest} />
}

type SidesProps = Parameters<typeof ClauseBlocks>[0] & {
  readonly shown: View
  readonly base: PlanDetail | undefined
  readonly text: string
}

function Editor({ stored }: { readonly stored: PlanDraft }) {
  const { say } = useWords()
  const phone = useIsPhone()
  const draft = useDraftText(stored)
  const checked = useChecked(draft.text)
  const copy = useBegin()
  const base = useQuery({ ...planQuery(stored.base ?? ''), enabled: stored.base !== undefined }).data
  const box = useRef<CodeBoxHandle>(null)
  const [active, setActive] = useState<string>()
  const [side, setSide] = useState<View>(phone ? 'text' : 'clauses')
  const shown = !phone && side === 'text' ? 'clauses' : side
  const toText = (act: (handle: CodeBoxHandle) => void): void => {
    if (phone) setSide('text')
    // on a phone the text is there only after the switch
    requestAnimationFrame(() => box.current && act(box.current))
  }
  const saveCopy = (): void => copy.mutate({ yaml: draft.text, ...(stored.base === undefined ? {} : { base: stored.base }) })
  const refuse = (first: PlanFinding): void => {
    notify({ words: say('plan-edit.refused'), tone: 'refused' })
    toText((handle) => handle.show(first))
  }
  useKeys({ 'mod+s': () => void draft.keep(), 'mod+Enter': checked.now, F8: () => box.current?.next() })
  const views = (phone ? (['text', ...SIDES] as const) : SIDES).filter((view) => view !== 'differences' || base)
  return (
    <main className="plan-edit">
      <Head draft={draft} stored={stored} base={base} checked={checked} refuse={refuse} />
      {draft.theirs && (
        <Parted text={draft.text} theirs={draft.theirs} settle={draft.settle} copy={saveCopy} />
      )}
      {draft.state === 'gone' && (
        <section className="conflict plan-parted" role="alert">
          <p>{say('plan-edit.gone')}</p>
          <Button onClick={saveCopy}>{say('plan-edit.gone-copy')}</Button>
        </section>
      )}
      <div className={`plan-edit-sides show-${shown}`}>
        <TextSide draft={draft} checked={checked} box={box} caret={setActive} />
        <section className="plan-edit-said">
          <Segmented
            className="plan-edit-views"
            aria-label={say('plan-edit.views')}
            value={shown}
            options={views.map((view) => ({ value: view, label: say(`plan-edit.view-${view}`, { version: base?.version ?? 0 }) }))}
            onChange={(view: View) => setSide(view)}
          />
          <Sides
            shown={shown}
            base={base}
            text={draft.text}
            checked={checked}
            active={active}
            go={(place) => toText((handle) => handle.show(place))}
            put={(line, change) => toText((handle) => handle.put(line, change))}
          />
        </section>
      </div>
    </main>
  )
}

/** 方案编辑: the text, its clauses as they were signed, what is to be said of them, and what they come to. */
export function PlanEditor() {
  const { id } = useParams({ from: '/room/plans/drafts/$id' })
  const { data, error, refetch } = useQuery({ ...planDraftQuery(id), staleTime: Infinity, refetchOnMount: 'always' })
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <div className="skeleton board-skeleton" />
  return <Editor key={id} stored={data} />
}
