import { call } from '../../ui/api/call.ts'
import type { ChangePreferences } from '../../wire/session.ts'
import { forgetAll } from '../load.ts'
import { useSession, useSignedIn } from '../session.ts'
import { Chips } from '../shell/Field.tsx'
import { Head } from '../shell/Shell.tsx'
import { useWords } from '../words/say.ts'

const LANGUAGES = [
  { id: 'zh-CN', name: '简体中文' },
  { id: 'zh-TW', name: '繁體中文' },
  { id: 'en', name: 'English' },
]

/** What the contract shows to both sides, in rooms that both have. */
const SHARED = [
  { path: '/contracts', name: 'me.contracts', needs: 'contract.read' },
  { path: '/board', name: 'me.board', needs: 'contract.read' },
  { path: '/invoices', name: 'me.invoices', needs: 'invoice.read' },
  { path: '/disputes', name: 'me.disputes', needs: 'dispute.raise' },
] as const

function SharedRooms() {
  const { say } = useWords()
  const { grants } = useSession().me
  const open = SHARED.filter(({ needs }) => grants.some(({ action }) => action === needs))
  if (open.length === 0) return null
  return (
    <nav className="card stack" aria-label={say('me.shared')}>
      <h2>{say('me.shared')}</h2>
      {open.map(({ path, name }) => (
        <a key={path} href={path}>
          {say(name)}
        </a>
      ))}
    </nav>
  )
}

/** Who I am here, and how I like to read. */
export function Me() {
  const { say } = useWords()
  const { session, reload } = useSignedIn()
  const { me, locale, theme } = session
  const change = (body: ChangePreferences): void => void call('PATCH', '/session', { body }).then(reload)
  const themes = (['system', 'light', 'dark'] as const).map((id) => ({ id, name: say(`me.theme-${id}`) }))
  const logOut = (): void =>
    void call('DELETE', '/session').then(() => {
      forgetAll()
      location.assign('/portal/login')
    })
  return (
    <>
      <Head title={say('me.title')} />
      <section className="card">
        <dl className="pairs">
          <dt>{say('me.account')}</dt>
          <dd>
            {me.name} <span className="ink2">{me.account}</span>
          </dd>
          <dt>{say('me.customer')}</dt>
          <dd>{me.customer?.name}</dd>
        </dl>
      </section>
      <SharedRooms />
      <section className="card stack">
        <h2>{say('me.language')}</h2>
        <Chips
          id="me-language"
          label={say('me.language')}
          options={LANGUAGES}
          value={locale}
          change={(id) => change({ locale: id as typeof locale })}
        />
        <h2>{say('me.theme')}</h2>
        <Chips
          id="me-theme"
          label={say('me.theme')}
          options={themes}
          value={theme}
          change={(id) => change({ theme: id as typeof theme })}
        />
      </section>
      <button type="button" className="button" onClick={logOut}>
        {say('me.log-out')}
      </button>
    </>
  )
}
