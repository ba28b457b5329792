import type { Option } from '../form/Finder.tsx'

/** Begins a command of the ticket by its name; `found`: what is known already of the records that it asks for, by question. */
export type RunCommand = (command: string, found?: Readonly<Record<string, Option>>) => void
