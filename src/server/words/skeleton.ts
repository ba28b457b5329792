import type { Locale } from '../../core/words.ts'

/** The bare frame of a plan, from which one begins to write: two promises that stand for the rest. */
export const SKELETONS: Readonly<Record<Locale, string>> = {
  'zh-CN': `plan: wo-de-fangan
title: 我的服务方案
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}
# 等级最急的写在前面
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
promises:
  # 一条承诺：什么事情起算、什么事情算兑现、多久之内、按哪份日历
  answer:
    title: 答复
    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: {by: grade, major: 30min, general: 2h}
      calendar: always
    text: 接到报修后，重大故障 30 分钟内、一般故障 2 小时内电话答复
    source: [第 1 条]
  on-site:
    title: 到场
    deadline:
      starts: ticket.reported
      kept-by: visit.arrived
      # 没有写明数字的写 unstated，签合同时再填
      within: unstated
      calendar: office
      unless: remote.solved
    text: 必要时尽快派人到现场
    source: [第 2 条]
`,
  'zh-TW': `plan: wo-de-fangan
title: 我的服務方案
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}
# 等級最急的寫在前面
grades: [{id: major, name: 重大故障}, {id: general, name: 一般故障}]
promises:
  # 一條承諾：什麼事情起算、什麼事情算兌現、多久之內、按哪份日曆
  answer:
    title: 答復
    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: {by: grade, major: 30min, general: 2h}
      calendar: always
    text: 接到報修後，重大故障 30 分鐘內、一般故障 2 小時內电話答復
    source: [第 1 條]
  on-site:
    title: 到場
    deadline:
      starts: ticket.reported
      kept-by: visit.arrived
      # 沒有寫明數字的寫 unstated，簽合約時再填
      within: unstated
      calendar: office
      unless: remote.solved
    text: 必要時尽快派人到現場
    source: [第 2 條]
`,
  en: `plan: my-plan
title: My service plan
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  office: {weekly: {mon-fri: ["09:00-17:30"]}, holidays: CN}
# the most urgent grade comes first
grades: [{id: major, name: Severe fault}, {id: general, name: Ordinary fault}]
promises:
  # a promise: what starts its clock, what keeps it, within which time, by which calendar
  answer:
    title: Reply
    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: {by: grade, major: 30min, general: 2h}
      calendar: always
    text: A reply by telephone within 30 minutes for a severe fault and 2 hours for an ordinary one
    source: [§ 1]
  on-site:
    title: Arrival
    deadline:
      starts: ticket.reported
      kept-by: visit.arrived
      # what has no number yet is unstated; the contract fills it in
      within: unstated
      calendar: office
      unless: remote.solved
    text: Where necessary somebody comes on site as soon as possible
    source: [§ 2]
`,
}
