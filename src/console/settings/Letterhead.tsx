import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import type { ChangeLetterhead, Letterhead as Kept, LetterheadPreview, LetterheadTrial } from '../../wire/letterhead.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { call, write } from '../api/call.ts'
import { fieldErrors } from '../api/problem.ts'
import { letterheadQuery } from '../api/queries.ts'
import { useOneFile } from '../files/OneFile.tsx'
import type { OneFile } from '../files/OneFile.tsx'
import { Field, useFocusOnError } from '../form/Field.tsx'
import { useZone } from '../session.ts'
import { Failure, Refused, failureWords } from '../shell/Failure.tsx'
import { notify } from '../shell/notice.ts'
import { PictureField } from './PictureField.tsx'
import { SettingsHead } from './SettingsHead.tsx'
import './settings.css'

const LINES = ['firm', 'address', 'phone', 'footer'] as const
/** Longest that each may be, as the server has it. */
const MOST: Readonly<Record<(typeof LINES)[number], number>> = { firm: 80, address: 120, phone: 40, footer: 120 }
const PAUSE_MS = 400

type Typed = Readonly<Record<(typeof LINES)[number], string>>
type Pictures = Readonly<Record<'logo' | 'seal', OneFile>>

function typedFrom({ firm, address = '', phone = '', footer = '' }: Kept): Typed {
  return { firm, address, phone, footer }
}

function bodyOf(lines: Typed, { logo, seal }: Pictures): LetterheadTrial {
  const said = [...Object.entries(lines), ['logo', logo.id ?? ''] as const, ['seal', seal.id ?? ''] as const]
  return Object.fromEntries(said.filter(([, words]) => words.trim() !== '')) as LetterheadTrial
}

/** What was typed, once nothing was typed for a moment. */
function usePause<T>(value: T): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return useDeferredValue(rested)
}

function Preview({ trial, kept }: { readonly trial: LetterheadTrial; readonly kept: boolean }) {
  const { say, locale } = useWords()
  const body = usePause(JSON.stringify(trial))
  const { data, error } = useQuery({
    queryKey: ['letterhead', 'preview', locale, body],
    queryFn: ({ signal }) => call<LetterheadPreview>('POST', '/letterhead/preview', { body: JSON.parse(body) as unknown, signal }),
    placeholderData: (before) => before,
    staleTime: Infinity,
  })
  return (
    <section className="letterhead-preview" aria-label={say('letterhead.preview')}>
      <div className="row">
        <h2 className="grow">{say('letterhead.preview')}</h2>
        {kept && (
          <a href="/api/letterhead/sample" download className="s13">
            {say('letterhead.sample')}
          </a>
        )}
      </div>
      {error && (
        <p role="status" className="s13 ink2">
          {failureWords(error, say)}
        </p>
      )}
      {data ? (
        <img
          className="letterhead-paper"
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(data.picture)}`}
          alt={say('letterhead.preview')}
        />
      ) : (
        <div className="skeleton letterhead-paper" />
      )}
    </section>
  )
}

function useSave() {
  const { say } = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChangeLetterhead) => write<Kept>('PUT', '/letterhead', body),
    onSuccess: (kept) => {
      client.setQueryData(letterheadQuery.queryKey, kept)
      notify({ words: say('letterhead.saved') })
    },
  })
}

function Trace({ kept }: { readonly kept: Kept }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  if (!kept.by || kept.at === undefined) return <p className="s13 ink3">{say('letterhead.never')}</p>
  return <p className="s13 ink3">{say('letterhead.changed', { name: kept.by.name, at: instantWords(kept.at, now, { zone, locale }) })}</p>
}

type PictureFieldsProps = { readonly pictures: Pictures; readonly tried: boolean; readonly errors: Readonly<Record<string, string>> }

function PictureFields({ pictures, tried, errors }: PictureFieldsProps) {
  const { say } = useWords()
  return (['logo', 'seal'] as const).map((side) => {
    const { obstacle } = pictures[side].uploads
    return (
      <PictureField
        key={side}
        id={`letterhead-${side}`}
        label={say(`letterhead.${side}`)}
        hint={say(side === 'logo' ? 'letterhead.picture-hint' : 'letterhead.seal-hint')}
        picture={pictures[side]}
        error={tried && obstacle ? say(obstacle) : errors[side]}
      />
    )
  })
}

function Form({ kept }: { readonly kept: Kept }) {
  const { say } = useWords()
  const [typed, setTyped] = useState(() => typedFrom(kept))
  const { mutate, isPending, error } = useSave()
  const errors = fieldErrors(error)
  useFocusOnError(errors, 'letterhead')
  const change = (part: Partial<Typed>): void => setTyped((before) => ({ ...before, ...part }))
  const pictures: Pictures = { logo: useOneFile(kept.logo), seal: useOneFile(kept.seal) }
  const [tried, setTried] = useState(false)
  const { logo, seal } = pictures
  const trial = bodyOf(typed, pictures)
  const save = (): void => {
    setTried(true)
    if (logo.uploads.obstacle || seal.uploads.obstacle) return
    mutate({ ...trial, version: kept.version }, { onSuccess: () => (logo.clear(), seal.clear()) })
  }
  return (
    <div className="letterhead">
      <form
        className="card form-card"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <h2>{say('settings.letterhead')}</h2>
        <p className="s13 ink2">{say('letterhead.explained')}</p>
        {LINES.map((line) => (
          <Field
            key={line}
            id={`letterhead-${line}`}
            label={say(`letterhead.${line}`)}
            optional={line !== 'firm'}
            hint={line === 'footer' ? say('letterhead.footer-hint') : undefined}
            error={errors[line]}
          >
            <Input
              id={`letterhead-${line}`}
              value={typed[line]}
              maxLength={MOST[line]}
              onChange={(event) => change({ [line]: event.target.value })}
            />
          </Field>
        ))}
        <PictureFields pictures={pictures} tried={tried} errors={errors} />
        {error && Object.keys(errors).length === 0 && <Refused words={failureWords(error, say)} />}
        <Trace kept={kept} />
        <div>
          <Button type="primary" htmlType="submit" loading={isPending}>
            {say('action.save')}
          </Button>
        </div>
      </form>
      <Preview trial={trial} kept={kept.version > 0} />
    </div>
  )
}

/** 信头: as whom the firm signs its papers, and how they look. */
export function Letterhead() {
  const { data, error, refetch } = useQuery(letterheadQuery)
  return (
    <main className="sheet">
      <SettingsHead />
      {data ? (
        <Form kept={data} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <div className="skeleton board-skeleton" />
      )}
    </main>
  )
}
