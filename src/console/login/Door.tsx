import type { ReactNode } from 'react'
import { use } from 'react'
import { LOCALES } from '../../core/words.ts'
import { useWords } from '../../ui/words/say.ts'
import { LanguageContext } from '../language.ts'
import { LOCALE_NAMES } from '../shell/UserMenu.tsx'
import './login.css'

/** The frame of pages on which nobody is logged in yet. */
export function Door({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { say, locale } = useWords()
  const choose = use(LanguageContext)
  return (
    <div className="door">
      <main className="door-card card">
        <div className="row door-head">
          <span className="logo">诺</span>
          <div>
            <b>{say('product.name')}</b>
            <div className="s13 ink2">{say('product.motto')}</div>
          </div>
        </div>
        <h1>{title}</h1>
        {children}
      </main>
      <div className="row s13 door-languages">
        {LOCALES.map((one) => (
          <button key={one} type="button" className="link" aria-pressed={one === locale} lang={one} onClick={() => choose(one)}>
            {LOCALE_NAMES[one]}
          </button>
        ))}
      </div>
    </div>
  )
}
