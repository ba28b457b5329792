import type { Words } from '../../words.ts'
import type { AnnounceWord } from './announce.zh-CN.ts'

/** What is wrong with a list of holidays that somebody brings, and what to mend. */
export const ANNOUNCE_ZH_TW: Words<AnnounceWord> = {
  json: '這不是 JSON。請整份上傳或貼上節假日名單檔案。',
  shape: '名單裡應有 year 和 days 兩項，days 是逐日的清單。',
  year: 'year 應是四位數的年份，例如 2027。',
  'known-already': '{year} 年的節假日已經公布過，現有名單已到 {until} 之前。',
  'year-gap': '現有名單之後應先公布 {next} 年，不能跳到 {year} 年。',
  'too-many': '一年最多 {most} 天；請檢查是不是放進了別的年份。',
  'day-shape': '這一天應寫成 name、date、isOffDay 三項。',
  'day-date': '「{date}」不是日期，應寫成 2027-01-01。',
  'day-outside': '{date} 不屬於 {year} 年的名單。',
  'day-name': '{date} 沒有寫明是什麼節日，或名稱過長。',
  'day-off': '{date} 沒有寫明是放假還是上班（JSON 裡寫 true 或 false）。',
  'make-up-weekday': '{date} 寫作補班，但這天不是週末。',
  'day-twice': '{date} 寫了兩次，請只留一處。',
  'festivals-missing': '名單不完整，缺少：{festivals}。',
}
