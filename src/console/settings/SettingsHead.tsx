import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../ui/words/say.ts'
import { useMay, useSession } from '../session.ts'

/** The head of the settings: their pages side by side, each for those who may change what is in it. */
export function SettingsHead({ children }: { readonly children?: ReactNode }) {
  const { say } = useWords()
  const mayRoles = useMay('role.manage')
  const mayTeams = useMay('team.manage')
  const mayMessages = useMay('message.read')
  const mayTemplates = useMay('template.manage')
  const mayHolidays = useMay('plan.manage')
  const isDemo = useSession().tenant.demo
  const mayClear = useMay('person.manage') && isDemo
  return (
    <header className="row sheet-head">
      <h1>{say('room.settings')}</h1>
      <nav className="row grow settings-pages" aria-label={say('room.settings')}>
        {mayTeams && (
          <Link to="/settings/teams" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.teams')}
          </Link>
        )}
        {mayTeams && (
          <Link to="/settings/routing" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.routing')}
          </Link>
        )}
        {mayRoles && (
          <Link to="/settings/roles" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.roles')}
          </Link>
        )}
        {mayMessages && (
          <Link to="/settings/messages" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.messages')}
          </Link>
        )}
        {mayTemplates && (
          <Link to="/settings/templates" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.templates')}
          </Link>
        )}
        {mayTemplates && (
          <Link to="/settings/letterhead" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.letterhead')}
          </Link>
        )}
        {mayHolidays && (
          <Link to="/settings/holidays" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.holidays')}
          </Link>
        )}
        {mayClear && (
          <Link to="/settings/demo" className="settings-page" activeProps={{ className: 'settings-page on' }}>
            {say('settings.demo')}
          </Link>
        )}
      </nav>
      {children}
    </header>
  )
}
