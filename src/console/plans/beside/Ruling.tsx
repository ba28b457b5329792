import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import type { PlanDocument, PlanPassage } from '../../../wire/plan-documents.ts'
import { useMinute } from '../../../ui/now.ts'
import { instantWords } from '../../../ui/time.ts'
import { useWords } from '../../../ui/words/say.ts'
import { write } from '../../api/call.ts'
import { planDocumentQuery } from '../../api/queries.ts'
import { useMay, useZone } from '../../session.ts'
import { failureWords } from '../../shell/Failure.tsx'
import { notify } from '../../shell/notice.ts'
import type { Mark } from './mark.ts'

type Said = { readonly passage: PlanPassage; readonly parts: readonly string[] | null }

/** Written at once; for eight seconds it can be taken back to what was said before. */
function useRule({ plan, document }: PlanDocument) {
  const { say } = useWords()
  const client = useQueryClient()
  const send = (passage: number, parts: readonly string[] | null) =>
    write<PlanDocument>('POST', `/plans/${plan}/document/rulings`, { document: document?.id, rulings: [{ passage, parts }] })
  const keep = (laid: PlanDocument) => client.setQueryData(planDocumentQuery(plan).queryKey, laid)
  const fail = (error: unknown) => notify({ words: failureWords(error, say), tone: 'refused' })
  return useMutation({
    mutationFn: ({ passage, parts }: Said) => send(passage.at, parts),
    onSuccess: (laid, { passage }) => {
      keep(laid)
      const back = () => void send(passage.at, passage.ruled ? passage.parts : null).then(keep, fail)
      notify({ words: say('beside.ruled-done', { number: passage.at + 1 }), undo: { words: say('beside.undo'), act: back } })
    },
    onError: fail,
  })
}

type RulingProps = { readonly laid: PlanDocument; readonly passage: PlanPassage; readonly go: (mark: Mark) => void }

function Changes({ laid, passage }: Omit<RulingProps, 'go'>) {
  const { say } = useWords()
  const { mutate, isPending } = useRule(laid)
  const { parts, ruled } = passage
  const rule = (said: readonly string[] | null) => mutate({ passage, parts: said })
  const options = laid.parts.map(({ key, title, text, kind }) => ({ value: key, label: title || (text ?? say(`beside.kind-${kind}`)) }))
  return (
    <>
      <Select
        mode="multiple"
        className="grow"
        aria-label={say('beside.carries')}
        placeholder={say('beside.choose')}
        optionFilterProp="label"
        options={options}
        value={[...parts]}
        disabled={isPending}
        onChange={rule}
      />
      {!ruled && parts.length > 0 && (
        <Button size="small" onClick={() => rule(parts)}>
          {say('beside.confirm')}
        </Button>
      )}
      {passage.state !== 'none' && (
        <Button size="small" onClick={() => rule([])}>
          {say('beside.no-promise')}
        </Button>
      )}
      {ruled && (
        <Button size="small" onClick={() => rule(null)}>
          {say('beside.as-proposed')}
        </Button>
      )}
    </>
  )
}

/** What a passage carries, with a way to each, and for whoever manages plans a way to say otherwise. */
export function Ruling({ laid, passage, go }: RulingProps) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  const mayManage = useMay('plan.manage')
  const { parts, near, ruled } = passage
  const titleOf = (key: string) => laid.parts.find((part) => part.key === key)
  const way = (key: string) => {
    const part = titleOf(key)
    return (
      <button key={key} type="button" className="link s13" onClick={() => go({ side: 'part', key })}>
        {part?.title || say(`beside.kind-${part?.kind ?? 'charge'}`)}
      </button>
    )
  }
  return (
    <div className="beside-panel">
      <div className="row wrap">
        <span className="s13 ink2">{say(parts.length > 0 ? 'beside.carries' : 'beside.carries-none')}</span>
        {parts.map(way)}
        {near !== undefined && (
          <span className="s13">
            {say('beside.near')} {way(near)}
          </span>
        )}
        {ruled && (
          <span className="s12 ink3">{say('beside.ruled-by', { name: ruled.by.name, at: instantWords(ruled.at, now, { zone, locale }) })}</span>
        )}
      </div>
      {mayManage && (
        <div className="row wrap">
          <Changes laid={laid} passage={passage} />
        </div>
      )}
    </div>
  )
}
