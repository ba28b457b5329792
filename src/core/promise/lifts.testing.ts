/** A lift maker's commitment, from a trade for which nothing was built: the language carries it as it stands. */
export const LIFTS = `plan: lifts
title: 电梯维保承诺
version: 1
timezone: Asia/Shanghai
calendars:
  always: {hours: 24x7}
dimensions:
  kind: {name: 部分, values: [{id: machine, name: 机械}, {id: electronics, name: 电气}], set-by: asset}
words: {controller: 新控制柜, apology: 登门致歉}
reasons:
  vandalism: {name: 人为破坏, evidence: required}
promises:
  rescue:
    title: 解困
    text: 接报困人后三十分钟内到达。
    source: [E-1]
    deadline:
      starts: 'ticket.reported where type == "fault"'
      kept-by: visit.arrived
      within: 30min
      calendar: always
      on-broken: [{escalate: service-manager}]
  guarantee:
    title: 整梯质保
    text: 移交之后机械部分两年、电气部分三年。
    source: [E-2]
    cover:
      per: asset
      starts: asset.handed-over
      term: {by: kind, machine: 24mo, electronics: 36mo}
      replaced-part: restart
      excludes: [vandalism]
      until: asset.scrapped
  paid-care:
    title: 有偿保养
    text: 质保期满之后按年续保。
    source: [E-3]
    cover: {per: asset, starts: guarantee.ended, term: 1y}
  licensed:
    title: 持证作业
    text: 只由持证人员动手。
    source: [E-4]
    gate: {before: work.started, allows: kind == "licensed", waive: service-manager, on-broken: [{escalate: senior-management}]}
  tested:
    title: 试运行
    text: 试运行合格之后才关单。
    source: [E-5]
    gate: {before: ticket.closed, needs: asset.tested where passed}
  renewal:
    title: 续保通知
    text: 质保到期三十日之前通知续保。
    source: [E-6]
    deadline: {due: guarantee.end - 30d, kept-by: notice.delivered, per: asset, on-broken: [{escalate: account-manager}]}
  third-failure:
    title: 三修不好换件
    text: 同一毛病接连三次没有修好，换新控制柜并告知客户。
    source: [E-7]
    rule:
      on: work.failed
      times: 3
      same: [problem]
      unless: work.succeeded
      then: [{entitle: controller}, {notify: customer}]
  late-rescue:
    title: 迟到赔付
    text: 解困迟到一次赔付一千元。
    source: [E-8]
    rule:
      on: rescue.broken
      then: [{credit: "1000.00"}, {open-task: apology, owner: account-manager}]
  longer:
    title: 质保顺延
    text: 不能排除且影响使用的毛病，每个顺延三十天。
    source: [E-9]
    rule: {on: ticket.judged where removable == false && affectsWork, then: [{extend: guarantee, by: 30d}]}
`
