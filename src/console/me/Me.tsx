import { Segmented } from 'antd'
import { LOCALES } from '../../core/words.ts'
import { useWords } from '../../ui/words/say.ts'
import { useSession } from '../session.ts'
import { LOCALE_NAMES, THEMES, usePreferences } from '../shell/UserMenu.tsx'
import { MessageSettings } from '../messages/MessageSettings.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { Tokens } from './Tokens.tsx'

/** 我的设置: language, appearance, password, tokens. */
export function Me() {
  const { say, locale } = useWords()
  const { me, theme } = useSession()
  const prefer = usePreferences()
  return (
    <main className="sheet narrow-sheet">
      <header className="sheet-head">
        <h1>{say('menu.me')}</h1>
        <p className="s13 ink2">
          {[me.name, me.account, me.roles.map((role) => role.name).join(say('list.and')), me.team?.name ?? me.customer?.name]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <section className="card form-card">
        <h2>{say('me.appearance')}</h2>
        <div>
          <div className="label">{say('menu.language')}</div>
          <Segmented
            value={locale}
            options={LOCALES.map((one) => ({ value: one, label: LOCALE_NAMES[one] }))}
            onChange={(chosen) => prefer({ locale: chosen })}
          />
        </div>
        <div>
          <div className="label">{say('menu.theme')}</div>
          <Segmented
            value={theme}
            options={THEMES.map((one) => ({ value: one, label: say(`theme.${one}`) }))}
            onChange={(chosen) => prefer({ theme: chosen })}
          />
        </div>
      </section>
      <MessageSettings />
      <PasswordForm />
      <Tokens />
    </main>
  )
}
