import type { AccountWord, InvoiceRefusalCode } from './zh-CN.ts'

/** Why a bill cannot go on, and what to do. */
export const INVOICE_ZH_TW: Readonly<Record<InvoiceRefusalCode, string>> = {
  'issued-already': '這張費用單已經開出，不能再改。要更正，請另開一張更正單。',
  'still-open': '還有 {n} 項未定。請先補上價格、商定金額或查明情況，再出示給客戶。',
  'not-shown': '費用單要先出示給客戶，再開出。',
  'agreement-evidence': '請寫明客戶是怎樣同意的，例如簽字的報價單或郵件。',
  'moved-on': '出示之後情況有了變化，金額與出示的不同。請重新出示。',
  'not-agreed': '這張費用單裡有雙方商定的金額，要客戶同意後才能開出。',
}

/** What was judged of the covers, what the warranty gave, and how an issued bill stands to the facts. */
export const ACCOUNT_ZH_TW: Readonly<Record<AccountWord, string>> = {
  'given-by-cover': '保固',
  'given-by-contract': '約定',
  given: '本次服務按{by}免收 {yuan} 元。',
  'given-unpriced': '本次服務按{by}免收 {yuan} 元，另有 {n} 項免收而價目表上沒有價格。',
  'given-none-priced': '本次服務有 {n} 項按{by}免收，價目表上沒有價格。',
  'cover-opening': '叫修時：{cover}',
  'cover-opening-none': '叫修時：不在保固期內',
  'cover-opening-unknown': '叫修時：沒有登記設備，當時沒有判斷保固',
  'cover-billing': '開單時：{cover}，至 {end}',
  'cover-billing-endless': '開單時：{cover}',
  'cover-billing-part': '開單時：整機已過保固，所換的零件 {part} 另有保固（{cover}），至 {end}',
  'cover-billing-none': '開單時：不在保固期內',
  'cover-excluded': '本次故障不在保固之列：{reason}',
  'cover-differs': '費用按開單時的保固計算，時限按叫修時的保固計算。',
  'departure-more': '按現在的事實應多收 {yuan} 元。已開出的費用單保持原樣，可以另開一張更正單。',
  'departure-less': '按現在的事實應少收 {yuan} 元。已開出的費用單保持原樣，可以另開一張更正單。',
  'departure-same': '按現在的事實總額不變，但各項的依據變了。已開出的費用單保持原樣，可以另開一張更正單。',
  'departure-open': '按現在的事實有 {n} 項未定。已開出的費用單保持原樣，可以另開一張更正單。',
  'shown-moved': '出示之後情況有了變化，請重新出示。',
}
