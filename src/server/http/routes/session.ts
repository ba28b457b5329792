import { z } from 'zod'
import { Done } from '../../../wire/base.ts'
import {
  ChangePassword,
  ChangePreferences,
  LogIn,
  RequestPasswordReset,
  ResetPassword,
  Session,
  SetUp,
  Welcome,
} from '../../../wire/session.ts'
import type { Http } from '../http.ts'
import { logIn, logOut, welcome, whoAmI } from '../session/log-in.ts'
import { changePassword, changePreferences, requestReset, resetPassword, setUp } from '../session/password.ts'
import { route } from '../route.ts'

/** Requests a minute and client address: a person mistypes now and then, a program guesses all the time. */
const logInsPerMinute = ({ options }: Pick<Http, 'options'>) => options.logInsPerMinute
const fewPerMinute = ({ options }: Pick<Http, 'options'>) => Math.ceil(options.logInsPerMinute / 3)

export const SESSION_ROUTES = [
  route({ at: 'GET /welcome', permission: 'public', answer: Welcome, handle: welcome }),
  route({
    at: 'POST /session',
    permission: 'public',
    body: LogIn,
    answer: Session,
    keyless: true,
    perMinute: logInsPerMinute,
    handle: logIn,
  }),
  route({ at: 'GET /session', permission: 'self', answer: Session, handle: whoAmI }),
  route({
    at: 'PATCH /session',
    permission: 'self',
    body: ChangePreferences,
    answer: Session,
    keyless: true,
    personOnly: true,
    handle: changePreferences,
  }),
  route({ at: 'DELETE /session', permission: 'self', answer: Done, keyless: true, personOnly: true, handle: logOut }),
  route({
    at: 'POST /password',
    permission: 'self',
    body: ChangePassword,
    answer: Done,
    keyless: true,
    personOnly: true,
    perMinute: fewPerMinute,
    handle: changePassword,
  }),
  route({
    at: 'POST /password-reset/request',
    permission: 'public',
    body: RequestPasswordReset,
    answer: Done,
    keyless: true,
    perMinute: fewPerMinute,
    handle: requestReset,
  }),
  route({
    at: 'POST /password-reset',
    permission: 'public',
    body: ResetPassword,
    answer: Done,
    keyless: true,
    perMinute: fewPerMinute,
    handle: resetPassword,
  }),
  route({
    at: 'POST /setup',
    permission: 'public',
    body: SetUp,
    answer: z.object({ ok: z.literal(true), account: z.string() }),
    keyless: true,
    perMinute: fewPerMinute,
    handle: setUp,
  }),
]
