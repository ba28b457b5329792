/** Templates that come with the product: what, which ticket or contract, until when, what to do. */
export const SHIPPED_ZH_CN = {
  escalation: {
    subject: '升级：{number} 的“{promise}”已超时',
    body: `{name}，您好：

{number}（{title}）的“{promise}”应在 {due} 前完成，到时没有完成，按约定升级给您。

客户：{customer}
约定原文：{text}

请打开下面的链接，安排处理并登记结果。
{link}

{firm}`,
  },
  'follow-up': {
    subject: '{number}：{what}',
    body: `{name}，您好：

按“{promise}”的约定，{number}（{title}）自 {at} 起要做一件事：{what}。

客户：{customer}
约定原文：{text}

请打开下面的链接办理，办完后登记结果。
{link}

{firm}`,
  },
  'customer-notice': {
    subject: '{firm}：关于 {number} 的告知',
    body: `{name}，您好：

关于 {number}（{title}），我们按服务承诺中的“{promise}”告知您。记录时间：{at}。

约定原文：{text}

如有疑问，请直接回复，或联系为您服务的负责人。

{firm}`,
  },
  correction: {
    subject: '更正：{subject}',
    body: `{name}，您好：

{sent} 发给您的“{subject}”不再成立：按补充的记录，{number}（{title}）的“{promise}”没有引起这件事。

请以本更正通知为准，前一条不必再处理。

{firm}`,
  },
  digest: {
    subject: '{firm}：收件箱里有 {count} 件事等着您',
    body: `{name}，您好：

收件箱里有 {count} 件事还没有确认，最近的排在前面：

{items}

请打开收件箱逐件处理。
{link}

{firm}`,
  },
  'renewal-notice': {
    subject: '续保通知：{contract}',
    body: `{name}，您好：

{customer} 与我们签订的 {contract} 将于 {ends} 到期。为使服务不中断，请在到期前告诉我们是否续保；需要报价，我们随时提供。

{details}

到期后没有续保的设备，不再按合同约定的时限服务。

请直接回复，或联系为您服务的负责人。

{firm}`,
  },
  'contract-notice': {
    subject: '{notice}：{contract}',
    body: `{name}，您好：

按 {customer} 与我们签订的 {contract}，现将{notice}的有关事项通知您。

{details}

如有疑问，请直接回复，或联系为您服务的负责人。

{firm}`,
  },
  'password-reset': {
    subject: '重设密码的链接',
    body: `{name}，您好：

有人为账号 {account} 申请重设密码。请在 {until} 前打开下面的链接设新密码，链接只能用一次。
{link}

不是您申请的，请不必理会，原来的密码仍然有效。

{firm}`,
  },
  invitation: {
    subject: '{firm} 的账号已为您开通',
    body: `{name}，您好：

您的账号是 {account}。请在 {until} 前打开下面的链接设密码，链接只能用一次。
{link}

设好密码后，就可以用这个账号登录。

{firm}`,
  },
} as const
