/** Templates that come with the product, in English. */
export const SHIPPED_EN = {
  escalation: {
    subject: 'Escalated: "{promise}" of {number} is overdue',
    body: `Dear {name},

"{promise}" of {number} ({title}) was to be done by {due} and was not. As agreed, it now comes to you.

Customer: {customer}
As signed: {text}

Please open the link, arrange what has to be done and record the outcome.
{link}

{firm}`,
  },
  'follow-up': {
    subject: '{number}: {what}',
    body: `Dear {name},

By "{promise}", something has to be done for {number} ({title}) from {at} on: {what}.

Customer: {customer}
As signed: {text}

Please open the link to do it, and record the outcome.
{link}

{firm}`,
  },
  'customer-notice': {
    subject: '{firm}: about {number}',
    body: `Dear {name},

about {number} ({title}) we let you know, as promised by "{promise}". Recorded: {at}.

As signed: {text}

Should you have a question, please reply, or ask the person who looks after you.

{firm}`,
  },
  correction: {
    subject: 'Correction: {subject}',
    body: `Dear {name},

"{subject}", sent to you on {sent}, no longer holds: by the records added since, "{promise}" of {number} ({title}) did not bring it about.

Please go by this correction; nothing has to be done about the earlier message.

{firm}`,
  },
  digest: {
    subject: '{firm}: {count} waiting in your inbox',
    body: `Dear {name},

These stand in your inbox and are not acknowledged ({count} in all), the newest first:

{items}

Please open your inbox and deal with them one by one.
{link}

{firm}`,
  },
  'renewal-notice': {
    subject: 'Renewal: {contract}',
    body: `Dear {name},

{contract} between {customer} and us ends on {ends}. So that service goes on without a gap, please tell us before then whether you wish to renew. We gladly make an offer.

{details}

Devices that are not renewed are no longer served within the times that were agreed.

Please reply, or ask the person who looks after you.

{firm}`,
  },
  'contract-notice': {
    subject: '{notice}: {contract}',
    body: `Dear {name},

under {contract} between {customer} and us we give you this notice: {notice}.

{details}

Should you have a question, please reply, or ask the person who looks after you.

{firm}`,
  },
  'password-reset': {
    subject: 'Your link to a new password',
    body: `Dear {name},

somebody asked for a new password for the account {account}. Please open the link by {until} to set one. It works once.
{link}

If it was not you, nothing has to be done: the old password still holds.

{firm}`,
  },
  invitation: {
    subject: 'Your account with {firm}',
    body: `Dear {name},

your account is {account}. Please open the link by {until} to set a password. It works once.
{link}

With that password you can log in.

{firm}`,
  },
} as const
