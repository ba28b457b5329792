/** Templates that come with the product, in traditional characters. */
export const SHIPPED_ZH_TW = {
  escalation: {
    subject: '升級：{number} 的「{promise}」已逾時',
    body: `{name}，您好：

{number}（{title}）的「{promise}」應在 {due} 前完成，到時沒有完成，按約定升級給您。

客戶：{customer}
約定原文：{text}

請開啟下面的連結，安排處理並登記結果。
{link}

{firm}`,
  },
  'follow-up': {
    subject: '{number}：{what}',
    body: `{name}，您好：

按「{promise}」的約定，{number}（{title}）自 {at} 起要做一件事：{what}。

客戶：{customer}
約定原文：{text}

請開啟下面的連結辦理，辦完後登記結果。
{link}

{firm}`,
  },
  'customer-notice': {
    subject: '{firm}：關於 {number} 的告知',
    body: `{name}，您好：

關於 {number}（{title}），我們按服務承諾中的「{promise}」告知您。記錄時間：{at}。

約定原文：{text}

如有疑問，請直接回覆，或聯絡為您服務的負責人。

{firm}`,
  },
  correction: {
    subject: '更正：{subject}',
    body: `{name}，您好：

{sent} 發給您的「{subject}」不再成立：按補充的記錄，{number}（{title}）的「{promise}」沒有引起這件事。

請以本更正通知為準，前一則不必再處理。

{firm}`,
  },
  digest: {
    subject: '{firm}：收件匣裡有 {count} 件事等著您',
    body: `{name}，您好：

收件匣裡有 {count} 件事還沒有確認，最近的排在前面：

{items}

請開啟收件匣逐件處理。
{link}

{firm}`,
  },
  'renewal-notice': {
    subject: '續保通知：{contract}',
    body: `{name}，您好：

{customer} 與我們簽訂的 {contract} 將於 {ends} 到期。為使服務不中斷，請在到期前告訴我們是否續保；需要報價，我們隨時提供。

{details}

到期後沒有續保的設備，不再按合約約定的時限服務。

請直接回覆，或聯絡為您服務的負責人。

{firm}`,
  },
  'contract-notice': {
    subject: '{notice}：{contract}',
    body: `{name}，您好：

按 {customer} 與我們簽訂的 {contract}，現將{notice}的有關事項通知您。

{details}

如有疑問，請直接回覆，或聯絡為您服務的負責人。

{firm}`,
  },
  'password-reset': {
    subject: '重設密碼的連結',
    body: `{name}，您好：

有人為帳號 {account} 申請重設密碼。請在 {until} 前開啟下面的連結設新密碼，連結只能用一次。
{link}

不是您申請的，請不必理會，原來的密碼仍然有效。

{firm}`,
  },
  invitation: {
    subject: '{firm} 的帳號已為您開通',
    body: `{name}，您好：

您的帳號是 {account}。請在 {until} 前開啟下面的連結設密碼，連結只能用一次。
{link}

設好密碼後，就可以用這個帳號登入。

{firm}`,
  },
} as const
