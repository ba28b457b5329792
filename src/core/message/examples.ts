import type { Locale } from '../words.ts'
import { PLACEHOLDERS } from './kinds.ts'
import type { MessageKind } from './kinds.ts'
import type { TemplateData } from './template.ts'

/** What the preview of a template is filled with: an invented ticket and contract. */
const EXAMPLES: { readonly [L in Locale]: TemplateData } = {
  'zh-CN': {
    name: '顾南',
    number: 'GD-2026-0012',
    title: '冷水机组停机',
    promise: '到场',
    text: '接到报修后 4 小时内到达现场。',
    due: '2026 年 9 月 30 日周三 14:30',
    at: '2026 年 9 月 30 日周三 10:05',
    what: '安排备用机',
    customer: '锦屏医院',
    contract: 'HT-2026-001 设备售后服务',
    ends: '2027 年 3 月 10 日周三',
    notice: '停机维护',
    details: '10 月 12 日周一 08:00 至 12:00 停机保养，请提前安排。',
    subject: '升级：GD-2026-0012 的“到场”已超时',
    sent: '2026 年 9 月 30 日周三 14:31',
    account: 'gunan@example',
    until: '2026 年 10 月 1 日周四 14:30',
    firm: '川禾机电',
    link: 'https://service.example.com/…',
  },
  'zh-TW': {
    name: '顧南',
    number: 'GD-2026-0012',
    title: '冰水主機停機',
    promise: '到場',
    text: '接到報修後 4 小時內到達現場。',
    due: '2026 年 9 月 30 日週三 14:30',
    at: '2026 年 9 月 30 日週三 10:05',
    what: '安排備用機',
    customer: '錦屏醫院',
    contract: 'HT-2026-001 設備售後服務',
    ends: '2027 年 3 月 10 日週三',
    notice: '停機維護',
    details: '10 月 12 日週一 08:00 至 12:00 停機保養，請提前安排。',
    subject: '升級：GD-2026-0012 的「到場」已逾時',
    sent: '2026 年 9 月 30 日週三 14:31',
    account: 'gunan@example',
    until: '2026 年 10 月 1 日週四 14:30',
    firm: '川禾機電',
    link: 'https://service.example.com/…',
  },
  en: {
    name: 'Gu Nan',
    number: 'GD-2026-0012',
    title: 'Chiller stopped',
    promise: 'Arrival',
    text: 'On site within 4 hours of the report.',
    due: 'Wed 30 Sep 2026 14:30',
    at: 'Wed 30 Sep 2026 10:05',
    what: 'a spare device is arranged',
    customer: 'Jinping Hospital',
    contract: 'HT-2026-001 after-sales service',
    ends: 'Wed 10 Mar 2027',
    notice: 'maintenance shutdown',
    details: 'Shut down for maintenance on Mon 12 Oct, 08:00 to 12:00; please plan for it.',
    subject: 'Escalated: "Arrival" of GD-2026-0012 is overdue',
    sent: 'Wed 30 Sep 2026 14:31',
    account: 'gunan@example',
    until: 'Thu 1 Oct 2026 14:30',
    firm: 'Chuanhe Electromechanics',
    link: 'https://service.example.com/…',
  },
}

/** Example values for every place of a kind, and for no other. */
export function exampleData(kind: MessageKind, locale: Locale): TemplateData {
  return Object.fromEntries(PLACEHOLDERS[kind].map((name) => [name, EXAMPLES[locale][name] ?? name]))
}
