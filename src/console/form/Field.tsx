import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { useWords } from '../../ui/words/say.ts'

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly optional?: boolean
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly children: ReactNode
}

/** Label, control, and under it the sentence that says what to mend: in ink, with a sign, never red. */
export function Field({ id, label, optional = false, hint, error, children }: FieldProps) {
  const { say } = useWords()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="ink3 s12">{say('form.optional')}</span>}
      </label>
      {children}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`} role="alert">
          <Icon name="no" size={14} /> {error}
        </p>
      )}
      {error === undefined && hint !== undefined && <p className="s12 ink3">{hint}</p>}
    </div>
  )
}

/** Moves the focus to the first field that is to be mended, each time the errors are new. */
export function useFocusOnError(errors: Readonly<Record<string, string>>, prefix: string): void {
  // What they say, and not the object, which may be another each time something is typed elsewhere: that must not take the focus away.
  const said = JSON.stringify(errors)
  const seen = useRef(said)
  useEffect(() => {
    if (seen.current === said) return
    seen.current = said
    const first = Object.keys(JSON.parse(said) as typeof errors)[0]
    if (first !== undefined) document.getElementById(`${prefix}-${first}`)?.focus()
  }, [said, prefix])
}
