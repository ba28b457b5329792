import type { ComponentChildren } from 'preact'
import { useWords } from '../words/say.ts'

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly optional?: boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly children: ComponentChildren
}

/** A label, its control and what is wrong with it, which a screen reader hears together. */
export function Field({ id, label, optional = false, hint, error, children }: FieldProps) {
  const { say } = useWords()
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {optional && <span className="ink3 s13">{say('form.optional')}</span>}
      </label>
      {children}
      {error !== undefined ? (
        <p className="field-error" role="alert" id={`${id}-error`}>
          ⊘ {error}
        </p>
      ) : (
        hint !== undefined && <p className="s13 ink2">{hint}</p>
      )}
    </div>
  )
}

type InputProps = {
  readonly id: string
  readonly value: string
  readonly change: (value: string) => void
  readonly type?: 'text' | 'tel' | 'password' | 'number' | 'date' | 'search' | 'email'
  readonly autoComplete?: string
  readonly max?: number | undefined
  readonly placeholder?: string
}

export function TextInput({ id, value, change, type = 'text', autoComplete, max, placeholder }: InputProps) {
  return (
    <input
      id={id}
      // one of its kinds, each of which is typed apart
      type={type as 'text'}
      value={value}
      autoComplete={autoComplete}
      maxLength={max}
      placeholder={placeholder}
      onInput={(event) => change(event.currentTarget.value)}
    />
  )
}

export function TextArea({ id, value, change, max = 2000, placeholder }: InputProps) {
  return (
    <textarea
      id={id}
      rows={3}
      value={value}
      maxLength={max}
      placeholder={placeholder}
      onInput={(event) => change(event.currentTarget.value)}
    />
  )
}

type ChipsProps = {
  readonly label: string
  readonly id: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly value: string | undefined
  readonly change: (id: string | undefined) => void
  /** a second touch takes the choice back */
  readonly free?: boolean
}

/** One of a few, each large enough for a thumb. */
export function Chips({ label, id, options, value, change, free = false }: ChipsProps) {
  return (
    <div className="chips" id={id} role="group" aria-label={label}>
      {options.map((one) => (
        <button
          key={one.id}
          type="button"
          className="chip"
          aria-pressed={value === one.id}
          onClick={() => change(free && value === one.id ? undefined : one.id)}
        >
          {one.name}
        </button>
      ))}
    </div>
  )
}
