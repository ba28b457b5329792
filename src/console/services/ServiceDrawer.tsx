import type { ReactNode } from 'react'
import type { Uploads } from '../files/uploads.ts'
import { FormDrawer } from '../form/FormDrawer.tsx'

type DrawerProps = {
  readonly id: string
  readonly title: string
  readonly save: string
  readonly close: () => void
  readonly form: { readonly isPending: boolean; readonly error: Error | null; readonly uploads: Uploads; readonly send: () => void }
  /** what stands above what went wrong */
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** Where a step of a service is written down, or put right; pictures can be pasted into it. */
export function ServiceDrawer({ form: { uploads, isPending, error, send }, ...props }: DrawerProps) {
  return <FormDrawer {...props} className="service-drawer" isPending={isPending} error={error} send={send} paste={uploads.paste} />
}
