import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import type { AmendContract, ContractDetail, RunningMove, RunningMoves } from '../../wire/contracts.ts'
import { useMinute } from '../../ui/now.ts'
import { instantWords } from '../../ui/time.ts'
import { useWords } from '../../ui/words/say.ts'
import { write } from '../api/call.ts'
import { movesQuery } from '../api/queries.ts'
import { RecordForm } from '../form/RecordForm.tsx'
import { useMay, useZone } from '../session.ts'
import { failureWords } from '../shell/Failure.tsx'

function Due({ at }: { readonly at: number | undefined }) {
  const { say, locale } = useWords()
  const zone = useZone()
  const now = useMinute()
  return at === undefined ? say('running.no-due') : instantWords(at, now, { zone, locale, ends: true })
}

function MoveRow({ move }: { readonly move: RunningMove }) {
  const { say } = useWords()
  return (
    <tr>
      <td>
        <b>{move.title}</b>
        <span className="s12 ink3 block">
          {move.ticket === undefined ? (
            move.of
          ) : (
            <Link to="/tickets/$id" params={{ id: move.ticket }}>
              {move.of}
            </Link>
          )}
        </span>
      </td>
      <td className="nowrap" data-label={say('running.before')}>
        <Due at={move.dueBefore} />
      </td>
      <td className="nowrap" data-label={say('running.after')}>
        {move.dueAfter === move.dueBefore ? (
          <span className="ink3">{say('running.unchanged')}</span>
        ) : (
          <b>
            <Due at={move.dueAfter} />
          </b>
        )}
      </td>
      <td className={move.stateAfter === 'broken' ? 'tone-broken toned nowrap' : 'nowrap'} data-label={say('running.then')}>
        {move.stateAfter === 'broken' ? say('running.broken-then') : say(`state.${move.stateAfter}`)}
      </td>
    </tr>
  )
}

/** What runs, day by day: as agreed before, and as newly agreed. */
function MovesTable({ moves }: { readonly moves: RunningMoves }) {
  const { say } = useWords()
  const isMoved = ({ dueBefore, dueAfter }: RunningMove): boolean => dueBefore !== dueAfter
  // What changes stands first.
  const sorted = moves.items.toSorted((a, b) => Number(isMoved(b)) - Number(isMoved(a)))
  if (moves.items.length === 0) return <p className="s13 ink2">{say('running.none')}</p>
  return (
    <div className="moves-scroll">
      <table className="moves">
        <thead>
          <tr>
            {(['clause', 'before', 'after', 'then'] as const).map((one) => (
              <th key={one} scope="col">
                {say(`running.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((move) => (
            <MoveRow key={move.id} move={move} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Keep: what runs stays under what it began with. Move: it goes over with the amendment, as the table that was looked at says. */
export type RunningChoice = 'keep' | 'move'

export type RunningState = {
  readonly choice: RunningChoice
  /** the amendment of which the table was made, as text; undefined: nobody has looked yet */
  readonly looked: string | undefined
}

/** Of an amendment only plan and terms move anything. */
export function lookedAt({ plan, terms }: AmendContract): string {
  return JSON.stringify({ plan, terms })
}

type RunningStepProps = {
  readonly contract: ContractDetail
  readonly body: () => AmendContract
  readonly state: RunningState
  readonly change: (state: RunningState) => void
  readonly error: string | undefined
}

/** 运行中的承诺事项: what becomes of it is decided with the amendment, on a table of before and after. */
export function RunningStep({ contract, body, state, change, error }: RunningStepProps) {
  const { say } = useWords()
  const look = useMutation({
    mutationFn: (asked: AmendContract) => write<RunningMoves>('POST', `/contracts/${contract.id}/amend-preview`, asked),
    onSuccess: (_, asked) => change({ choice: 'move', looked: lookedAt(asked) }),
  })
  const stale = look.data !== undefined && state.looked !== lookedAt(body())
  const choose = (choice: RunningChoice): void => {
    change({ choice, looked: state.looked })
    if (choice === 'move') look.mutate(body())
  }
  return (
    <section className="form-section">
      <h2 className="label">{say('running.title')}</h2>
      <Radio.Group value={state.choice} onChange={(event) => choose(event.target.value as RunningChoice)}>
        <Radio value="keep">{say('running.keep')}</Radio>
        <Radio value="move">{say('running.move')}</Radio>
      </Radio.Group>
      {state.choice === 'move' && (
        <>
          <p className="s13 ink2">{say('running.explained')}</p>
          {look.error && <p className="field-error">{failureWords(look.error, say)}</p>}
          {stale && <p className="field-error">{say('running.stale')}</p>}
          {look.data && !stale && <MovesTable moves={look.data} />}
          <div>
            <Button onClick={() => look.mutate(body())} loading={look.isPending}>
              {say('running.look')}
            </Button>
          </div>
        </>
      )}
      {error !== undefined && (
        <p role="alert" className="field-error">
          {error}
        </p>
      )}
    </section>
  )
}

/** On the contract's page: what still runs as it was agreed before, and the decision to move it. */
export function StillRunning({ contract }: { readonly contract: ContractDetail }) {
  const { say } = useWords()
  const mayManage = useMay('contract.manage') && contract.agreements.length > 1
  const { data: moves } = useQuery({ ...movesQuery(contract.id), enabled: mayManage })
  const [moving, setMoving] = useState(false)
  if (!mayManage || !moves || moves.items.length === 0) return null
  return (
    <section className="card place-card">
      <div className="row">
        <h2 className="label grow">{say('running.still')}</h2>
        <Button onClick={() => setMoving(true)}>{say('running.move')}</Button>
      </div>
      <MovesTable moves={moves} />
      {moving && (
        <RecordForm
          title={say('running.move')}
          fields={[{ id: 'reason', label: say('running.reason'), kind: 'prose', required: true, hint: say('running.explained') }]}
          method="POST"
          path={`/contracts/${contract.id}/moves`}
          act={say('running.move')}
          close={() => setMoving(false)}
        />
      )}
    </section>
  )
}
