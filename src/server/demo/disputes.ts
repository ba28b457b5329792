import { DAY_MS } from '../../core/time/instant.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { DisputeChanged } from '../../wire/disputes.ts'
import type { ObligationPage } from '../../wire/obligations.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'

/** What has happened for longer than this is too late to object to. */
const WITHIN_MS = 12 * DAY_MS

type Telling = { readonly teller: Teller; readonly now: Instant; readonly seed: number }

/**
 * Two objections of a customer's administrator to answers that count as given in time: one was answered and decided, one still waits. Where the story has too few
 * of them there are fewer. Answers what was refused.
 */
export async function tellDisputes({ teller, now, seed }: Telling): Promise<string[]> {
  try {
    const query = `state=kept&owner=ticket&promise=reply&dueFrom=${now - WITHIN_MS}&limit=50`
    const { items } = (await teller.as('zheng').get(`/obligations?${query}`)) as ObligationPage
    const [settled, open] = items
    if (settled) await tellSettled({ teller, now, seed }, settled.id)
    if (open) await object({ teller, now, seed }, open.id, '报修后半小时内没有接到电话，只收到短信。')
    return []
  } catch (error) {
    if (error instanceof StepRefused) return [error.message]
    throw error
  }
}

async function object({ teller, seed }: Telling, obligation: string, reason: string): Promise<string> {
  const answer = await teller
    .as('zheng')
    .post(`/obligations/${obligation}/dispute`, { body: { reason }, key: `demo-${seed}-object-${obligation.replaceAll('.', '-')}` })
  return (answer as DisputeChanged).id
}

async function tellSettled(telling: Telling, obligation: string): Promise<void> {
  const { teller, seed } = telling
  const id = await object(telling, obligation, '值班室登记的来电时间比系统晚，请核对是否按时答复。')
  const key = (step: string) => `demo-${seed}-${step}-${id}`
  const answer = '已核对电话系统清单：通话在报修后时限内接通，值班室的钟慢了几分钟。'
  await teller.as('gu').post(`/disputes/${id}/answer`, { body: { answer }, key: key('answer') })
  const body = { outcome: 'rejected', reason: '电话系统清单可证，结论维持。' }
  await teller.as('wei').post(`/disputes/${id}/settle`, { body, key: key('settle') })
}
