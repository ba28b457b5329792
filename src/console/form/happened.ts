/** When something happened, if not just now; long ago needs to say why it is entered only now. */
export type Happened = { readonly occurredAt?: number; readonly lateReason?: string; readonly lateEvidence?: string }

/** Entered by hand more than this after it happened: 补录. The server decides; this only opens the two questions early. */
export const LATE_MS = 10 * 60_000

/** What goes into the request: nothing for "now", and no empty texts. */
export function happenedBody({ occurredAt, lateReason, lateEvidence }: Happened): Happened {
  return {
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...(lateReason?.trim() ? { lateReason: lateReason.trim() } : {}),
    ...(lateEvidence?.trim() ? { lateEvidence: lateEvidence.trim() } : {}),
  }
}
