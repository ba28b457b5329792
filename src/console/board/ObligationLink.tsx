import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Obligation } from '../../wire/obligations.ts'

type LinkProps = { readonly one: Obligation; readonly className: string; readonly children: ReactNode }

/** A line that leads to its promise on the contract's board; what stands under no contract leads nowhere. */
export function ObligationLink({ one, className, children }: LinkProps) {
  if (!one.contract) return <div className={className}>{children}</div>
  const search = { promise: one.promise, instance: one.id }
  return (
    <Link to="/board/$id" params={{ id: one.contract.id }} search={search} className={className}>
      {children}
    </Link>
  )
}
