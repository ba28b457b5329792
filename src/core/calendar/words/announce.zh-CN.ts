/** What is wrong with a list of holidays that somebody brings, and what to mend. */
export const ANNOUNCE_ZH_CN = {
  json: '这不是 JSON。请整份上传或粘贴节假日名单文件。',
  shape: '名单里应有 year 和 days 两项，days 是逐日的列表。',
  year: 'year 应是四位数的年份，例如 2027。',
  'known-already': '{year} 年的节假日已经公布过，现有名单已到 {until} 之前。',
  'year-gap': '现有名单之后应先公布 {next} 年，不能跳到 {year} 年。',
  'too-many': '一年最多 {most} 天；请检查是不是放进了别的年份。',
  'day-shape': '这一天应写成 name、date、isOffDay 三项。',
  'day-date': '“{date}”不是日期，应写成 2027-01-01。',
  'day-outside': '{date} 不属于 {year} 年的名单。',
  'day-name': '{date} 没有写明是什么节日，或名称过长。',
  'day-off': '{date} 没有写明是放假还是上班（JSON 里写 true 或 false）。',
  'make-up-weekday': '{date} 写作调休上班，但这天不是周末。',
  'day-twice': '{date} 写了两次，请只留一处。',
  'festivals-missing': '名单不完整，缺少：{festivals}。',
} as const

export type AnnounceWord = keyof typeof ANNOUNCE_ZH_CN
