import type { Pool } from '../database/pool.ts'
import { initialsOf } from './initials.ts'

const DEVICES = ['冷水机组', '空压机', '输液泵', '监护仪', '电梯', '配电柜', '冷却塔', '数控机床', '注塑机', '叉车', '锅炉', '发电机组']
const FAULTS = [
  '停机',
  '报高压',
  '漏水',
  '无法启动',
  '温度过高',
  '噪声大',
  '通讯中断',
  '显示屏黑屏',
  '漏电跳闸',
  '压力不稳',
  '传感器失灵',
  '按键失效',
]
const PLACES = ['一楼', '二楼', '三号车间', '住院部', '门诊楼', '地下室', '东门', '仓库', '实验室', '手术室', '机房']
/** One of a thousand words that stand on few tickets each. */
export const RARE = '齿轮箱'

const list = (words: readonly string[]): string => `ARRAY[${words.map((word) => `'${word}'`).join(', ')}]`
const pick = (words: readonly string[], by: string): string => `(${list(words)})[1 + (${by}) % ${words.length}]`

/** The same words in every list, so that a title and its initials agree. */
const title = (of: (word: string) => string): string => {
  const [places, devices, faults] = [PLACES, DEVICES, FAULTS].map((words) => words.map(of))
  return `${pick(places!, 'n / 7')} || ' ' || ${pick(devices!, 'n')} || ${pick(faults!, 'n / 3')} || CASE WHEN n % 9973 = 0 THEN '${of(RARE)}' ELSE '' END`
}

/** One statement a table. Of the tickets some 27 in 1,000 are open: the newest, and stragglers. */
const fillings = (tenant: string, count: number, now: number): readonly string[] => [
  `INSERT INTO person (tenant_id, id, name, account, team, created_at, changed_at)
   SELECT '${tenant}', 'eng-' || n, '工程师' || n, 'eng' || n, 'west-1', 0, 0 FROM generate_series(1, 200) n`,
  `INSERT INTO customer (tenant_id, id, name, initials, created_at, changed_at)
   SELECT '${tenant}', 'c' || n, '第' || n || '人民医院', 'd' || n || 'rmyy', 0, 0 FROM generate_series(1, 400) n`,
  `INSERT INTO site (tenant_id, id, customer, name, initials, timezone, created_at, changed_at)
   SELECT '${tenant}', 'c' || n || '-s', 'c' || n, '门诊楼' || n, 'mzl', 'Asia/Shanghai', 0, 0 FROM generate_series(1, 400) n`,
  `INSERT INTO asset (tenant_id, id, customer, site, name, initials, model, serial, created_at, changed_at)
   SELECT '${tenant}', 'a' || n, 'c' || 1 + n % 400, 'c' || 1 + n % 400 || '-s', ${pick(DEVICES, 'n')}, ${pick(
     DEVICES.map((one) => initialsOf(one)),
     'n',
   )},
     'LSB-' || n % 90, 'SN' || lpad((n * 7919)::text, 9, '0'), 0, 0 FROM generate_series(1, 20000) n`,
  `INSERT INTO contract (tenant_id, id, number, title, initials, customer, plan, terms, bound_hash, created_at, changed_at)
   SELECT k.tenant_id, 'k' || n, 'HT-' || n, '第' || n || '人民医院售后服务', 'shfw', 'c' || n, k.plan, k.terms, k.bound_hash, 0, 0
   FROM contract k, generate_series(1, 400) n WHERE k.tenant_id = '${tenant}' AND k.id = 'jia-contract'`,
  `INSERT INTO ticket (tenant_id, id, version, number, type, state, channel, title, initials, customer, site, asset, contract, assignee, team, grade,
     reported_at, changed_at, closed_at, due_at, state_json)
   SELECT '${tenant}', 't' || lpad(n::text, 9, '0'), 1, 'GD-' || 2024 + n * 3 / ${count + 1} || '-' || lpad(n::text, 7, '0'), CASE WHEN n % 5 = 0 THEN 'consultation' ELSE 'fault' END,
     CASE WHEN NOT open THEN 'closed' WHEN n % 4 = 0 THEN 'reported' ELSE 'accepted' END, CASE WHEN n % 3 = 0 THEN 'portal' ELSE 'phone' END,
     ${title((word) => word)}, ${title((word) => initialsOf(word))}, 'c' || 1 + n % 400, 'c' || 1 + n % 400 || '-s', 'a' || 1 + (n % 20000), 'k' || 1 + n % 400,
     CASE WHEN n % 4 <> 0 OR NOT open THEN CASE WHEN n % 300 = 1 THEN '${tenant}-engineer' ELSE 'eng-' || 1 + n % 200 END END, CASE WHEN abs(hashint8(n)) % 2 = 0 THEN 'west' ELSE 'west-1' END,
     CASE WHEN n % 2 = 0 THEN 'general' ELSE 'major' END, reported, reported + CASE WHEN open THEN 60000 ELSE 86400000 END, CASE WHEN NOT open THEN reported + 86400000 END,
     CASE WHEN open AND n % 6 <> 0 THEN ${now} + (n * 7919 % 432000 - 30000) * 1000 END, jsonb_build_object('visit', CASE WHEN n % 40 = 0 THEN 'needed' ELSE 'none' END, 'values', '{}'::jsonb)
   FROM (SELECT n, n > ${count} * 0.975 OR n % 500 = 0 AS open, ${now} - (${count} - n)::bigint * (63072000000 / ${count}) - 86400000 AS reported
     FROM generate_series(1::bigint, ${count}) n) made`,
  `INSERT INTO obligation (tenant_id, subject, promise, episode, ticket, contract, customer, state, opened_at, due_at, kept_at, broken_at, provisional, paused_ms, evidence, why, place)
   SELECT t.tenant_id, 'ticket/' || t.id, p.promise, 1, t.id, t.contract, t.customer,
     CASE WHEN p.promise = 'reply' OR t.closed_at IS NOT NULL THEN 'kept' WHEN t.due_at IS NULL THEN 'paused' WHEN t.due_at < ${now} THEN 'broken' ELSE 'open' END,
     t.reported_at, CASE WHEN p.promise = 'reply' THEN t.reported_at + 1800000 ELSE t.due_at END, CASE WHEN p.promise = 'reply' OR t.closed_at IS NOT NULL THEN t.reported_at + 60000 END,
     CASE WHEN p.promise <> 'reply' AND t.closed_at IS NULL AND t.due_at < ${now} THEN t.due_at END, false, 0, '{}', jsonb_build_object('plan', 'kuaixiu@1', 'text', repeat('承诺', 30), 'source', '[]'::jsonb, 'anchor', jsonb_build_object('event', 'ticket.reported', 'at', t.reported_at, 'fact', t.id), 'dimensions', '{}'::jsonb, 'pauses', '[]'::jsonb, 'notes', '[]'::jsonb, 'usedMs', 0), 0
   FROM ticket t CROSS JOIN (VALUES ('reply'), ('arrive')) p (promise) WHERE t.tenant_id = '${tenant}'`,
  `INSERT INTO record_state (tenant_id, subject, version, contract, customer, ticket, bound_hash, "position", record)
   SELECT t.tenant_id, 'ticket/' || t.id, 1, t.contract, t.customer, t.id, k.bound_hash, 1, '{}' FROM ticket t
   JOIN contract k ON k.tenant_id = t.tenant_id AND k.id = t.contract WHERE t.tenant_id = '${tenant}'`,
  `INSERT INTO fact (tenant_id, seq, id, subject, type, occurred_at, recorded_at, source, by_person, data, salt)
   SELECT t.tenant_id, row_number() OVER (), t.id, 'ticket/' || t.id, 'ticket.reported', t.reported_at, t.reported_at, 'console', 'eng-1', '{"cover": "none"}', ''
   FROM ticket t WHERE t.tenant_id = '${tenant}'`,
  `INSERT INTO fact_subject (tenant_id, subject, seq) SELECT tenant_id, subject, seq FROM fact WHERE tenant_id = '${tenant}'`,
]

/** A million rows go in without their references being looked up one by one, and the index of words is built once they are there. */
export async function plantManyTickets(
  owner: Pool,
  firms: readonly { readonly tenant: string; readonly tickets: number }[],
  now: number,
): Promise<void> {
  const client = await owner.raw.connect()
  const { rows } = await client.query<{ def: string }>(`SELECT indexdef AS def FROM pg_indexes WHERE indexname = 'ticket_grams'`)
  await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '1GB'; DROP INDEX ticket_grams`)
  for (const { tenant, tickets } of firms) for (const statement of fillings(tenant, tickets, now)) await client.query(statement)
  await client.query(rows[0]!.def)
  await client.query('RESET session_replication_role')
  await client.query('VACUUM ANALYZE')
  client.release()
}
