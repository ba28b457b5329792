import { Modal } from 'antd'
import { useWords } from '../../ui/words/say.ts'
import type { WordKey } from '../../ui/words/say.ts'
import type { Room } from './rooms.ts'

type Shortcut = { readonly keys: string; readonly name: WordKey }

const LIST: readonly Shortcut[] = [
  { keys: 'J', name: 'shortcuts.next' },
  { keys: 'K', name: 'shortcuts.previous' },
  { keys: 'X', name: 'shortcuts.select' },
  { keys: '↵', name: 'shortcuts.open' },
  { keys: 'C', name: 'shortcuts.new' },
  { keys: 'Esc', name: 'shortcuts.clear' },
]
const TICKET: readonly Shortcut[] = [
  { keys: 'S', name: 'shortcuts.assign' },
  { keys: 'P', name: 'shortcuts.pause' },
  { keys: 'A', name: 'shortcuts.arrive' },
  { keys: 'R', name: 'shortcuts.reply' },
  { keys: 'I', name: 'shortcuts.note' },
  { keys: 'G', name: 'shortcuts.grade' },
  { keys: 'C', name: 'shortcuts.close' },
]

const PLAN: readonly Shortcut[] = [
  { keys: 'Ctrl S', name: 'shortcuts.keep-draft' },
  { keys: 'Ctrl ↵', name: 'shortcuts.check-plan' },
  { keys: 'F8', name: 'shortcuts.next-finding' },
  { keys: 'Ctrl I', name: 'shortcuts.offers' },
]

function Group({ title, keys }: { readonly title: WordKey; readonly keys: readonly Shortcut[] }) {
  const { say } = useWords()
  return (
    <section>
      <h3 className="label">{say(title)}</h3>
      <dl className="shortcuts">
        {keys.map(({ keys: shown, name }) => (
          <div key={shown + name}>
            <dt>
              <kbd className="kbd">{shown}</kbd>
            </dt>
            <dd>{say(name)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export function Shortcuts({ rooms, close }: { readonly rooms: readonly Room[]; readonly close: () => void }) {
  const { say } = useWords()
  const jumps = rooms.map(({ key, name }) => ({ keys: key.toUpperCase(), name }))
  const everywhere = [{ keys: 'Ctrl K', name: 'shortcuts.search' as const }, { keys: '?', name: 'shortcuts.title' as const }, ...jumps]
  return (
    <Modal open title={say('shortcuts.title')} footer={null} onCancel={close} width={640}>
      <div className="shortcut-groups">
        <Group title="shortcuts.everywhere" keys={everywhere} />
        <Group title="shortcuts.in-list" keys={LIST} />
        <Group title="shortcuts.in-ticket" keys={TICKET} />
        <Group title="shortcuts.in-plan" keys={PLAN} />
      </div>
      <p className="s13 ink3">{say('shortcuts.hint')}</p>
    </Modal>
  )
}
