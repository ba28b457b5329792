/** Why a bill cannot go on, and what to do. */
export const INVOICE_ZH_CN = {
  'issued-already': '这张费用单已经开出，不能再改。要更正，请另开一张更正单。',
  'still-open': '还有 {n} 项未定。请先补上价格、商定金额或查明情况，再出示给客户。',
  'not-shown': '费用单要先出示给客户，再开出。',
  'agreement-evidence': '请写明客户是怎样同意的，例如签字的报价单或邮件。',
  'moved-on': '出示之后情况有了变化，金额与出示的不同。请重新出示。',
  'not-agreed': '这张费用单里有双方商定的金额，要客户同意后才能开出。',
} as const

export type InvoiceRefusalCode = keyof typeof INVOICE_ZH_CN

/** What was judged of the covers, what the warranty gave, and how an issued bill stands to the facts. */
export const ACCOUNT_ZH_CN = {
  'given-by-cover': '质保',
  'given-by-contract': '约定',
  given: '本次服务按{by}免收 {yuan} 元。',
  'given-unpriced': '本次服务按{by}免收 {yuan} 元，另有 {n} 项免收而价目表上没有价格。',
  'given-none-priced': '本次服务有 {n} 项按{by}免收，价目表上没有价格。',
  'cover-opening': '报修时：{cover}',
  'cover-opening-none': '报修时：不在质保期内',
  'cover-opening-unknown': '报修时：没有登记设备，当时没有判断质保',
  'cover-billing': '开单时：{cover}，至 {end}',
  'cover-billing-endless': '开单时：{cover}',
  'cover-billing-part': '开单时：整机已过质保，所换的零件 {part} 另有质保（{cover}），至 {end}',
  'cover-billing-none': '开单时：不在质保期内',
  'cover-excluded': '本次故障不在质保之列：{reason}',
  'cover-differs': '费用按开单时的质保计算，时限按报修时的质保计算。',
  'departure-more': '按现在的事实应多收 {yuan} 元。已开出的费用单保持原样，可以另开一张更正单。',
  'departure-less': '按现在的事实应少收 {yuan} 元。已开出的费用单保持原样，可以另开一张更正单。',
  'departure-same': '按现在的事实总额不变，但各项的依据变了。已开出的费用单保持原样，可以另开一张更正单。',
  'departure-open': '按现在的事实有 {n} 项未定。已开出的费用单保持原样，可以另开一张更正单。',
  'shown-moved': '出示之后情况有了变化，请重新出示。',
} as const

export type AccountWord = keyof typeof ACCOUNT_ZH_CN
