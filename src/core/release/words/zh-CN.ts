/** Sentences that refuse a waiver or an excuse, or its approval: what is missing, and what to do next. */
export const RELEASE_ZH_CN = {
  'waive-promise-unknown': '方案里没有“{promise}”这条承诺。',
  'waive-not-open': '这条承诺没有起算，无从豁免。',
  'waive-settled': '这条承诺已兑现、已免责或已取消，不需要豁免。',
  'waive-reason': '请写明理由。',
  'waive-evidence': '请写明凭据。',
  'waive-role': '按方案，这条承诺须由{role}豁免。请找担任这一角色的同事。',
  'waive-nobody': '这道放行条件没有约定由谁豁免，不能豁免。',
  'waive-waiting': '这条承诺已有一条待复核的豁免或免责，先等它有结果。',
  'excuse-reason-unknown': '这条承诺不接受“{reason}”作为免责理由，可选：{known}。',
  'excuse-broken': '这条承诺已超时，免责已来不及。确有理由的，请改为豁免。',
  'release-missing': '没有这条豁免或免责。',
  'release-own': '须由另一人复核，提出的人不能复核自己的。',
  'release-others': '只有提出的人可以撤回。要否决，请选“不同意”。',
  'release-decided': '这一条已经有结果了。请刷新后再看。',
  'release-too-late': '等复核时这条承诺已超时，免责来不及生效。请不同意这一条，改为豁免。',
  'refuse-reason': '请写明不同意的理由。',
} as const

export type ReleaseCode = keyof typeof RELEASE_ZH_CN
