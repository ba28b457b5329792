import type { Words } from '../../words.ts'
import type { RemedyRefusalCode, RemedyWord } from './zh-CN.ts'

export const REMEDY_ZH_TW: Words<RemedyWord> = {
  stated: '條款寫明 {yuan} 元',
  'by-hand': '雙方商定 {yuan} 元',
  agreed: '合約約定 {yuan} 元',
  base: '{base} {yuan} 元',
  'by-source': '{said}（{source}）',
  share: '{base} × {percent}% = {yuan} 元',
  unstated: '金額未約定：請在合約裡寫明，或與客戶商定後寫在費用單上、支付時填寫。',
  'base-unstated': '按{base}的 {percent}% 計，合約沒有寫明{base}：請補上，或與客戶商定金額。',
  'with-bill': '按費用單上{base}的 {percent}% 計，隨本次服務的費用單算出。',
  right: '客戶要求時商定金額，寫在費用單上，或支付時填寫。',
  gone: '原因已更正，不再應給。',
  owed: '應給 {yuan} 元，隨該合約的下一張費用單抵扣，或另行支付',
  'owed-rest': '已給 {had} 元，還應給 {yuan} 元',
  'owed-back': '已抵扣 {had} 元，按更正後的事實多給了 {yuan} 元，隨下一張費用單收回',
  'had-on-bill': '已在費用單上抵扣 {yuan} 元',
  'had-paid': '已支付 {yuan} 元',
  'had-both': '已抵扣和支付共 {yuan} 元',
  'taken-back': '更正：原已給 {had} 元，按現在的事實應為 {now} 元',
}

export const REMEDY_REFUSAL_ZH_TW: Words<RemedyRefusalCode> = {
  'settled-already': '這筆補償已經結清，不會給兩次。',
  'too-much': '最多可支付 {yuan} 元，其餘沒有依據。',
  'waits-for-bill': '這筆補償按費用單的金額計算。請先開出本次服務的費用單。',
  'states-amount': '這筆補償的金額已有依據，不能另填。請改條款的事實，或不隨本單結算。',
  'no-amount': '請填寫商定的金額，或勾選「不隨本單結算」。',
}
