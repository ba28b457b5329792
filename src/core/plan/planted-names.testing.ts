type Change = readonly [from: string, to: string]

const clause = (form: string): Change => ['later:\n', `  extra:\n    ${form}\n    text: 双方说定的事。\n    source: [L-6]\nlater:\n`]
const SIZE = 'name: 机型, set-by: asset, values:'

/** What people would read as the id of a file, planted into the sound plan: what is asked, and what answers it. */
export const PLANTED_NAMES: readonly {
  readonly code: string
  readonly change: Change
  readonly told: string
  readonly named: Change
}[] = [
  {
    code: 'lint-dimension-nameless',
    change: [', name: 服务时段}', '}'],
    told: '维度 hours 没有名称：表上、页面上只能写编号。请写 name。',
    named: [', name: 服务时段}', ', name: 服务窗口}'],
  },
  {
    code: 'lint-values-nameless',
    change: ['dimensions:\n', `dimensions:\n  size: {${SIZE} [big, 24h, {id: small, name: 小型机}]}\n`],
    told: '维度“机型”的取值 big 没有名称：请逐个写明编号和名称（id、name）。',
    named: ['dimensions:\n', `dimensions:\n  size: {${SIZE} [{id: big, name: 大型机}, 24h, {id: small, name: 小型机}]}\n`],
  },
  {
    code: 'lint-word-nameless',
    change: clause('cover: {per: asset, starts: asset.accepted, term: 12mo, gives: [free-repair, oil-change]}'),
    told: 'extra 给的“oil-change”没有名称：请在 words 里写明它叫什么。',
    named: [
      'later:\n',
      `${clause('cover: {per: asset, starts: asset.accepted, term: 12mo, gives: [free-repair, oil-change]}')[1].replace('later:\n', '')}words: {oil-change: 免费换油}\nlater:\n`,
    ],
  },
  {
    code: 'lint-task-nameless',
    change: clause('rule: {on: ticket.refused, then: [{open-task: better-way, owner: service-manager}]}'),
    told: 'extra 交办“better-way”，而没有这张记录表单，也没有名称：请在 forms 里声明表单，或在 words 里写明它叫什么。',
    named: [
      'later:\n',
      `${clause('rule: {on: ticket.refused, then: [{open-task: better-way, owner: service-manager}]}')[1].replace('later:\n', '')}forms:\n  better-way: {name: 改进办法, fields: [{id: way, name: 办法, type: text}]}\nlater:\n`,
    ],
  },
]

export const SIZES: Change = ['dimensions:\n', `dimensions:\n  size: {${SIZE} [{id: big, name: 大型机}, {id: small, name: 小型机}]}\n`]
