import { Select } from 'antd'
import { SCOPES } from '../../core/access/actions.ts'
import type { Action, Scope } from '../../core/access/actions.ts'
import { actionName, scopeName } from '../../core/access/say.ts'
import { useWords } from '../../ui/words/say.ts'
import { GROUPS, actionsByGroup } from './grants.ts'
import type { Grants } from './grants.ts'

const BY_GROUP = actionsByGroup()

type RowProps = { readonly action: Action; readonly scope: Scope | undefined; readonly change: (scope: Scope | undefined) => void }

function Row({ action, scope, change }: RowProps) {
  const { say, locale } = useWords()
  const name = actionName(action, locale)
  return (
    <li className="grant-row">
      <label htmlFor={`grant-${action}`} className={scope === undefined ? 'ink3' : ''}>
        {name}
      </label>
      <Select
        id={`grant-${action}`}
        size="small"
        className="grant-scope"
        value={scope ?? ''}
        options={[{ value: '', label: say('role.none') }, ...SCOPES.map((one) => ({ value: one, label: scopeName(one, locale) }))]}
        onChange={(value: string) => change(SCOPES.find((one) => one === value))}
      />
    </li>
  )
}

/** Every action with how far it reaches, by what it is done to. */
export function GrantTable({ grants, change }: { readonly grants: Grants; readonly change: (grants: Grants) => void }) {
  const { say } = useWords()
  const put = (action: Action, scope: Scope | undefined): void => {
    const { [action]: _, ...rest } = grants
    change(scope === undefined ? rest : { ...rest, [action]: scope })
  }
  return (
    <div className="stack">
      {GROUPS.map((group) => (
        <section key={group}>
          <h3 className="label">{say(`group.${group}`)}</h3>
          <ul>
            {(BY_GROUP.get(group) ?? []).map((action) => (
              <Row key={action} action={action} scope={grants[action]} change={(scope) => put(action, scope)} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
