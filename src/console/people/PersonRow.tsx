import type { Person } from '../../wire/parties.ts'
import { useWords } from '../../ui/words/say.ts'

/** Somebody in a list: name, account, roles, and whose they are. */
export function PersonRow({ person, open }: { readonly person: Person; readonly open: () => void }) {
  const { say } = useWords()
  return (
    <li>
      <button type="button" className="sheet-row" onClick={open}>
        <span className="avatar">{person.name.slice(0, 1)}</span>
        <span className="grow">
          <b>{person.name}</b> <span className="s13 ink3">{person.account}</span>
          <span className="s13 ink2 block">{person.roles.map((role) => role.name).join(say('list.and'))}</span>
        </span>
        <span className="s13 ink2">{person.customer?.name ?? person.team?.name}</span>
        {person.subcontractor !== undefined && <span className="tag">{say('person.subcontracted', { firm: person.subcontractor })}</span>}
        {person.left && <span className="tag">{say('person.left')}</span>}
        {person.locked && <span className="tag">{say('person.locked')}</span>}
      </button>
    </li>
  )
}
