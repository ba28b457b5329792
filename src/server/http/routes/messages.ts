import { Done, IdParams } from '../../../wire/base.ts'
import * as wire from '../../../wire/messages.ts'
import { bounce } from '../messages/bounce.ts'
import { getMessage, listMessages, mailStanding, resend } from '../messages/read.ts'
import { addContact, listContacts, removeContact } from '../messages/contacts.ts'
import { previewNotice, sendNotice } from '../messages/notices.ts'
import { changeSettings, getSettings, trySettings } from '../messages/settings.ts'
import { changeTemplate, listTemplates, resetTemplate, tryTemplate } from '../messages/templates.ts'
import { route } from '../route.ts'

const template = { permission: 'template.manage', params: wire.TemplateParams } as const

const notice = { permission: 'message.send', params: IdParams, body: wire.SendNotice } as const

export const MESSAGE_ROUTES = [
  route({ at: 'GET /messages', permission: 'message.read', query: wire.MessageQuery, answer: wire.MessagePage, handle: listMessages }),
  route({ at: 'GET /messages/{id}', permission: 'message.read', params: IdParams, answer: wire.MessageDetail, handle: getMessage }),
  route({ at: 'POST /messages/{id}/resend', permission: 'message.send', params: IdParams, answer: wire.MessageDetail, handle: resend }),
  route({
    at: 'POST /messages/{id}/bounce',
    permission: 'message.send',
    params: IdParams,
    body: wire.BounceMessage,
    answer: wire.MessageDetail,
    handle: bounce,
  }),
  route({ at: 'GET /mail', permission: 'message.read', answer: wire.MailStanding, handle: mailStanding }),
  route({ at: 'GET /templates', permission: 'template.manage', answer: wire.TemplateList, handle: listTemplates }),
  route({ at: 'PUT /templates/{kind}/{locale}', ...template, body: wire.ChangeTemplate, answer: wire.Template, handle: changeTemplate }),
  route({
    at: 'POST /templates/{kind}/{locale}/reset',
    ...template,
    body: wire.ResetTemplate,
    answer: wire.Template,
    handle: resetTemplate,
  }),
  route({ at: 'POST /templates/{kind}/{locale}/try', ...template, body: wire.TryTemplate, answer: wire.Tried, handle: tryTemplate }),
  route({ at: 'GET /message-settings', permission: 'self', answer: wire.MessageSettings, personOnly: true, handle: getSettings }),
  route({
    at: 'PUT /message-settings',
    permission: 'self',
    body: wire.ChangeMessageSettings,
    answer: wire.MessageSettings,
    personOnly: true,
    handle: changeSettings,
  }),
  route({ at: 'POST /message-settings/try', permission: 'self', answer: wire.Tried, personOnly: true, handle: trySettings }),
  route({
    at: 'GET /contracts/{id}/contacts',
    permission: 'contract.read',
    params: IdParams,
    answer: wire.ContactList,
    handle: listContacts,
  }),
  route({
    at: 'POST /contracts/{id}/contacts',
    permission: 'contract.manage',
    params: IdParams,
    body: wire.AddContact,
    answer: wire.Contact,
    status: 201,
    handle: addContact,
  }),
  route({ at: 'DELETE /contacts/{id}', permission: 'contract.manage', params: IdParams, answer: Done, handle: removeContact }),
  route({ at: 'POST /contracts/{id}/notices/preview', ...notice, answer: wire.NoticeText, handle: previewNotice }),
  route({ at: 'POST /contracts/{id}/notices', ...notice, answer: wire.SentNotice, status: 201, handle: sendNotice }),
]
