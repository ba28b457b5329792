import type { EventExpr } from '../plan/types.ts'

function bare(event: EventExpr): string {
  switch (event.kind) {
    case 'fact':
      return event.where ? `${event.type} where ${event.where.cel}` : event.type
    case 'promise':
      return `${event.promise}.${event.state}`
    case 'share':
      return `${event.promise} at ${event.percent}%`
    case 'instant':
      return `${event.noun}.${event.name}`
    case 'any':
      return `[${event.of.map(sayEvent).join(', ')}]`
    case 'all':
      return `{all: [${event.of.map(sayEvent).join(', ')}]}`
  }
}

/** An event as the plan language writes it. */
export function sayEvent(event: EventExpr): string {
  const { offset } = event
  if (!offset) return bare(event)
  return `${bare(event)} ${offset.value < 0 ? '-' : '+'} ${Math.abs(offset.value)}${offset.unit}`
}
