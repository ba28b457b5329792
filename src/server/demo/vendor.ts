/** The demo vendor: invented people, firms, places and devices. Numbers in phone fields are of no real exchange (they carry letters). */
import type { Milestone } from '../../core/contract/state.ts'

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly account: string
  readonly roles: readonly string[]
  readonly team: string
  readonly customer?: string
  readonly phone: string
}

export const VENDOR = { id: 'chuanhe', name: '川禾机电服务', timezone: 'Asia/Shanghai' } as const

/** One password for all demo accounts, printed at the start and shown on the log-in page of a demo tenant only. */
export const DEMO_PASSWORD = 'shuodao-zuodao'

export const TEAMS = [
  { id: 'huaxi', name: '华西服务中心', parent: undefined },
  { id: 'huaxi-1', name: '华西一队', parent: 'huaxi' },
  { id: 'huaxi-2', name: '华西二队', parent: 'huaxi' },
  { id: 'desk', name: '值班台', parent: 'huaxi' },
] as const

export const PEOPLE: readonly DemoPerson[] = [
  { id: 'gu', name: '顾南', account: 'gu', roles: ['service-manager'], team: 'huaxi', phone: '分机 A01' },
  { id: 'wei', name: '韦以宁', account: 'wei', roles: ['senior-management'], team: 'huaxi', phone: '分机 A02' },
  { id: 'xu', name: '许静怡', account: 'xu', roles: ['hotline-agent'], team: 'desk', phone: '分机 B11' },
  { id: 'tang', name: '唐可', account: 'tang', roles: ['hotline-agent'], team: 'desk', phone: '分机 B12' },
  { id: 'qin', name: '秦岚', account: 'qin', roles: ['dispatcher'], team: 'desk', phone: '分机 B21' },
  { id: 'lin', name: '林晓棠', account: 'lin', roles: ['engineer'], team: 'huaxi-1', phone: '分机 C31' },
  { id: 'shen', name: '沈一鸣', account: 'shen', roles: ['engineer'], team: 'huaxi-1', phone: '分机 C32' },
  { id: 'luo', name: '罗嘉禾', account: 'luo', roles: ['engineer'], team: 'huaxi-1', phone: '分机 C33' },
  { id: 'he', name: '贺知远', account: 'he', roles: ['engineer'], team: 'huaxi-2', phone: '分机 C41' },
  { id: 'zhou', name: '周启明', account: 'zhou', roles: ['engineer'], team: 'huaxi-2', phone: '分机 C42' },
  { id: 'fang', name: '方以墨', account: 'fang', roles: ['parts-keeper'], team: 'huaxi', phone: '分机 D51' },
  { id: 'yu', name: '于清和', account: 'yu', roles: ['account-manager'], team: 'huaxi', phone: '分机 E61' },
  { id: 'jiang', name: '江予安', account: 'jiang', roles: ['project-manager'], team: 'huaxi', phone: '分机 E62' },
  { id: 'admin', name: '程立言', account: 'admin', roles: ['administrator'], team: 'huaxi', phone: '分机 A00' },
  { id: 'zheng', name: '郑工', account: 'zheng', roles: ['customer-administrator'], team: '', customer: 'jinping', phone: '客户分机 F01' },
  { id: 'meng', name: '孟老师', account: 'meng', roles: ['customer-user'], team: '', customer: 'mingde', phone: '客户分机 F02' },
]

/** Accounts that a newcomer is offered, in the order of a day's work. */
export const OFFERED_ACCOUNTS = ['xu', 'qin', 'lin', 'gu', 'admin', 'zheng'] as const

export type DemoSite = { readonly id: string; readonly name: string; readonly address: string; readonly zone: string }
export type DemoAsset = {
  readonly id: string
  readonly site: string
  readonly name: string
  readonly model: string
  readonly serial: string
  readonly class: string
  readonly acceptedOn: string
}
export type DemoContract = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly plan: string
  readonly customer: string
  readonly signedOn: string
  readonly startsOn: string
  readonly endsOn: string
  readonly terms: readonly { readonly key: string; readonly value: unknown; readonly source: string }[]
  readonly people: Readonly<Record<string, string>>
  /** what was reached before the story begins, with the paper that shows it */
  readonly reached?: readonly { readonly milestone: Milestone; readonly on: string; readonly evidence: string }[]
}
export type DemoCustomer = {
  readonly id: string
  readonly name: string
  readonly contact: string
  readonly sites: readonly DemoSite[]
  readonly assets: readonly DemoAsset[]
}

export const CUSTOMERS: readonly DemoCustomer[] = [
  {
    id: 'jinping',
    name: '锦屏市第三人民医院',
    contact: '设备科 郑工',
    sites: [
      { id: 'jinping-main', name: '门诊综合楼', address: '锦屏市临江路 3 号', zone: 'city' },
      { id: 'jinping-east', name: '东院区', address: '锦屏市东山镇 18 号', zone: 'county' },
    ],
    assets: [
      {
        id: 'lsb-680',
        site: 'jinping-main',
        name: '3 号螺杆式冷水机组',
        model: 'LSB-680',
        serial: 'CH680-23-0117',
        class: 'B',
        acceptedOn: '2025-03-14',
      },
      {
        id: 'pa-240',
        site: 'jinping-main',
        name: '公共广播主机',
        model: 'PA-240',
        serial: 'CHPA24-0082',
        class: 'C',
        acceptedOn: '2025-03-14',
      },
      {
        id: 'zz-15',
        site: 'jinping-east',
        name: '自助挂号机',
        model: 'ZZ-15',
        serial: 'CHZZ15-0311',
        class: 'C',
        acceptedOn: '2025-04-02',
      },
    ],
  },
  {
    id: 'xingye',
    name: '星野商业广场',
    contact: '工程部 陆经理',
    sites: [{ id: 'xingye-b1', name: 'B1 消控室', address: '锦屏市星野大道 66 号', zone: 'city' }],
    assets: [
      {
        id: 'ldk-2',
        site: 'xingye-b1',
        name: '消防联动控制器',
        model: 'LDK-2',
        serial: 'CHLD2-0417',
        class: 'B',
        acceptedOn: '2025-06-20',
      },
      { id: 'mc-2', site: 'xingye-b1', name: '楼宇自控主机', model: 'MC-2', serial: 'CHMC2-0192', class: 'B', acceptedOn: '2025-06-20' },
    ],
  },
  {
    id: 'yunzhan',
    name: '云栈数据中心',
    contact: '运维部 卓工',
    sites: [{ id: 'yunzhan-a', name: 'A 栋 二层', address: '渝江新区云栈路 9 号', zone: 'chongqing' }],
    assets: [
      { id: 'hsm-7', site: 'yunzhan-a', name: '主机加密机', model: 'HM-7', serial: 'CHHM7-0023', class: 'A', acceptedOn: '2025-08-11' },
    ],
  },
  {
    id: 'mingde',
    name: '明德中学',
    contact: '总务处 孟老师',
    sites: [
      { id: 'mingde-main', name: '本部', address: '锦屏市明德街 21 号', zone: 'city' },
      { id: 'mingde-north', name: '北校区', address: '锦屏市柳溪镇 5 号', zone: 'county' },
    ],
    assets: [
      {
        id: 'jb-3200',
        site: 'mingde-main',
        name: '火灾报警主机',
        model: 'JB-3200',
        serial: 'CHJB32-0555',
        class: 'B',
        acceptedOn: '2026-02-27',
      },
      {
        id: 'fd-16',
        site: 'mingde-north',
        name: '周界防盗主机',
        model: 'FD-16',
        serial: 'CHFD16-0071',
        class: 'C',
        acceptedOn: '2026-02-27',
      },
    ],
  },
  {
    id: 'bailu',
    name: '白鹭湾社区',
    contact: '物业 骆主管',
    sites: [{ id: 'bailu-7', name: '7 栋', address: '锦屏市白鹭湾路 1 号', zone: 'city' }],
    assets: [
      { id: 'bgl-24', site: 'bailu-7', name: '壁挂炉 0703', model: 'BG-24', serial: 'CHBG24-0703', class: 'C', acceptedOn: '2025-11-05' },
      { id: 'bgl-28', site: 'bailu-7', name: '壁挂炉 1102', model: 'BG-28', serial: 'CHBG28-1102', class: 'C', acceptedOn: '2025-11-05' },
    ],
  },
  {
    id: 'yuanshan',
    name: '远山制药',
    contact: '信息科 纪工',
    sites: [{ id: 'yuanshan-2', name: '二车间', address: '锦屏市远山工业园 12 号', zone: 'city' }],
    assets: [
      { id: 'yz-9', site: 'yuanshan-2', name: '查验终端', model: 'YZ-9', serial: 'CHYZ9-0340', class: 'B', acceptedOn: '2026-01-16' },
    ],
  },
]

const signed = (clause: string) => `合同附件三 ${clause}`

export const CONTRACTS: readonly DemoContract[] = [
  {
    id: 'ht-2025-031',
    number: 'HT-2025-031',
    title: '机电设备售后服务',
    plan: 'shebei-2nian',
    customer: 'jinping',
    signedOn: '2025-01-10',
    startsOn: '2025-03-14',
    endsOn: '2027-03-14',
    terms: [],
    people: { lead: 'gu', 'dedicated-engineer': 'lin' },
    reached: [
      { milestone: 'commissioned', on: '2025-03-10', evidence: '投用记录 TY-2025-031' },
      { milestone: 'accepted', on: '2025-03-14', evidence: '验收报告 YS-2025-031' },
    ],
  },
  {
    id: 'ht-2025-044',
    number: 'HT-2025-044',
    title: '楼宇智能化工程售后服务',
    plan: 'zhineng',
    customer: 'xingye',
    signedOn: '2025-02-18',
    startsOn: '2025-06-20',
    endsOn: '2028-06-20',
    terms: [],
    people: { lead: 'jiang', 'dedicated-engineer': 'zhou' },
    reached: [{ milestone: 'accepted', on: '2025-06-20', evidence: '竣工表 JG-2025-044' }],
  },
  {
    id: 'ht-2025-052',
    number: 'HT-2025-052',
    title: '加密设备技术支持',
    plan: 'keyou',
    customer: 'yunzhan',
    signedOn: '2025-06-30',
    startsOn: '2025-08-11',
    endsOn: '2028-08-11',
    terms: [
      { key: 'channels.hotline', value: '000-5550 0520', source: signed('第 3 条') },
      { key: 'channels.mail', value: 'support@chuanhe.example', source: signed('第 3 条') },
      { key: 'channels.website', value: 'https://fuwu.chuanhe.example', source: signed('第 3 条') },
      { key: 'channels.emergency', value: '000-5550 0521', source: signed('第 3 条') },
    ],
    people: { lead: 'yu', 'dedicated-engineer': 'he' },
    reached: [{ milestone: 'accepted', on: '2025-08-11', evidence: '验收单 YS-2025-052' }],
  },
  {
    id: 'ht-2026-007',
    number: 'HT-2026-007',
    title: '报警系统运行维护',
    plan: 'baojing',
    customer: 'mingde',
    signedOn: '2025-12-19',
    startsOn: '2026-02-27',
    endsOn: '2027-02-27',
    terms: [],
    people: { lead: 'gu', 'dedicated-engineer': 'shen' },
  },
  {
    id: 'ht-2025-068',
    number: 'HT-2025-068',
    title: '壁挂炉供货与维保',
    plan: 'biguolu',
    customer: 'bailu',
    signedOn: '2025-09-01',
    startsOn: '2025-11-05',
    endsOn: '2028-11-05',
    terms: [{ key: 'dimensions.warranty', value: '3y', source: signed('第 1 条') }],
    people: { lead: 'jiang', 'dedicated-engineer': 'luo' },
    reached: [
      { milestone: 'commissioned', on: '2025-11-03', evidence: '调试记录 TS-2025-068' },
      { milestone: 'accepted', on: '2025-11-05', evidence: '验收单 YS-2025-068' },
    ],
  },
  {
    id: 'ht-2026-003',
    number: 'HT-2026-003',
    title: '查验系统技术支持',
    plan: 'ruiyan',
    customer: 'yuanshan',
    signedOn: '2025-12-05',
    startsOn: '2026-01-16',
    endsOn: '2028-01-16',
    terms: [
      { key: 'dimensions.hours', value: '7x24', source: signed('第 2 条') },
      { key: 'channels.hotline', value: '000-5550 0030', source: signed('第 4 条') },
      { key: 'channels.fax', value: '000-5550 0031', source: signed('第 4 条') },
      { key: 'channels.mail', value: 'support@chuanhe.example', source: signed('第 4 条') },
      { key: 'channels.duty-engineer', value: '000-5550 0033', source: signed('第 4 条') },
    ],
    people: { lead: 'yu', 'dedicated-engineer': 'zhou' },
  },
]
