/** A maker of scanners in hospitals: covers by part, a contract's own cover, gates that hang together, a rule on a promise. Also a trade of its own. */
export const SCANNER = `plan: scanner
title: 影像设备保修承诺
version: 2
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
  clinic: {weekly: {mon-fri: ["08:00-17:00"]}, holidays: CN}
grades:
  - {id: stopped, name: 停机}
  - {id: degraded, name: 降级}
reasons:
  patient: {name: 病人占用, evidence: required, limit: 4h}
  abuse: {name: 使用不当, evidence: required}
promises:
  whole:
    title: 整机保修
    text: 验收之后保修一年，原厂给得更长的从原厂。
    source: [M-1]
    cover:
      per: asset
      starts: asset.accepted
      term: {longer-of: [12mo, maker]}
      replaced-part: remainder
      excludes: [abuse]
  tube:
    title: 球管保修
    text: 球管自投用起保修两年，更换后重新起算。
    source: [M-2]
    cover: {per: asset, starts: asset.in-service, term: 24mo, replaced-part: restart}
  updates:
    title: 软件升级
    text: 合同期内软件免费升级。
    source: [M-3]
    cover: {per: contract, starts: contract.signed, term: 5y, gives: [upgrades]}
  reply:
    title: 答复
    text: 停机一刻钟、降级一小时内答复。
    source: [M-4]
    deadline:
      starts: ticket.reported
      kept-by: ticket.replied
      within: {by: grade, stopped: 15min, degraded: 1h}
      calendar: always
  repair:
    title: 修复
    text: 保修期内四个门诊小时修复，期外不承诺。
    source: [M-5]
    deadline:
      starts: ticket.reported
      kept-by: ticket.restored
      within: {by: cover, whole: 4h, tube: 4h, updates: none, none: none}
      calendar: clinic
      pauses: [patient]
      on-broken: [{escalate: service-manager}]
  handover:
    title: 交还临床
    text: 质控检测合格、临床签字之后交还。
    source: [M-6]
    gate:
      before: ticket.confirmed
      needs: {all: [asset.tested where passed, visit.signed]}
      waive: service-manager
  second-miss:
    title: 二次超时减免
    text: 修复第二次超时起，每次减免年费的百分之二。
    source: [M-7]
    rule: {on: repair.broken, once: event, then: [{deduct: 2%, of: yearly-fee}, {escalate: senior-management}]}
  not-really:
    title: 复发视同未修复
    text: 客户不认可的修复不算。
    source: [M-8]
    rule: {on: ticket.refused, then: [{count-as-not-done: repair}]}
  first-year-gift:
    title: 首次故障赠检
    text: 第一次停机之后赠送一次全面检测。
    source: [M-9]
    rule: {on: 'ticket.reported where grade == "stopped"', per: asset, once: owner, then: [{entitle: full-check}]}
charges:
  - {when: 'cover != "none" && cause != "abuse"', parts: free, labour: free, travel: free}
  - {when: 'cause == "abuse"', parts: list, labour: "300.00", surcharge: 20%}
  - {parts: list, labour: list, travel: at-cost}
`
