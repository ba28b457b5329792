import type { TicketAction } from '../../wire/tickets.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'
import { COMMAND_FORMS, COMMAND_GROUPS } from './command-forms.ts'

type ActionsProps = {
  readonly actions: readonly TicketAction[]
  readonly primary: string | undefined
  readonly run: (command: string) => void
}

function Allowed({ command, run }: { readonly command: string; readonly run: (command: string) => void }) {
  const { name } = useWords()
  const form = COMMAND_FORMS[command]
  return (
    <button type="button" className="action" onClick={() => run(command)}>
      <Icon name={form?.icon ?? 'check'} />
      <span className="grow">{name('command', command)}</span>
      {form?.key && <kbd className="kbd">{form.key.toUpperCase()}</kbd>}
    </button>
  )
}

/** Refused with a sentence: what is missing, and what comes first. Never a grey button without a reason. */
function Refused({ action }: { readonly action: TicketAction }) {
  const { name } = useWords()
  return (
    <li className="refused-action">
      <Icon name="no" />
      <div>
        <div className="ink3">{name('command', action.command)}</div>
        <p className="s13 ink2">{action.refusal}</p>
      </div>
    </li>
  )
}

/** The end of a ticket is what people look for first: its refusal is always in sight. */
const ALWAYS_SHOWN = ['close']

export function Actions({ actions, primary, run }: ActionsProps) {
  const { say, name } = useWords()
  const known = actions.filter((action) => COMMAND_FORMS[action.command])
  const refused = known.filter((action) => !action.allowed)
  const shown = refused.filter((action) => ALWAYS_SHOWN.includes(action.command))
  const folded = refused.filter((action) => !ALWAYS_SHOWN.includes(action.command))
  const groups = COMMAND_GROUPS.map((group) => ({
    ...group,
    commands: group.commands.filter(
      (command) => command !== primary && known.some((action) => action.command === command && action.allowed),
    ),
  })).filter((group) => group.commands.length > 0)
  return (
    <section aria-label={say('actions.title')}>
      <div className="row actions-head">
        <b className="grow">{say('actions.title')}</b>
        <span className="s12 ink3 keys-hint">{say('actions.hint')}</span>
      </div>
      {primary && (
        <button type="button" className="button-primary wide" onClick={() => run(primary)}>
          <Icon name={COMMAND_FORMS[primary]?.icon ?? 'check'} size={14} /> {name('command', primary)}{' '}
          <small>{COMMAND_FORMS[primary]?.key?.toUpperCase()}</small>
        </button>
      )}
      {groups.map((group) => (
        <div key={group.name} role="group" aria-label={say(group.name)} className="action-group">
          {group.commands.map((command) => (
            <Allowed key={command} command={command} run={run} />
          ))}
        </div>
      ))}
      {shown.length > 0 && (
        <ul className="refused-box">
          {shown.map((action) => (
            <Refused key={action.command} action={action} />
          ))}
        </ul>
      )}
      {folded.length > 0 && (
        <details className="refused-more">
          <summary>{say('actions.refused', { count: folded.length })}</summary>
          <ul>
            {folded.map((action) => (
              <Refused key={action.command} action={action} />
            ))}
          </ul>
        </details>
      )}
      {known.length === 0 && <p className="s13 ink2">{say('actions.none')}</p>}
    </section>
  )
}
