import type { Aim, Other } from './isolation-aims.testing.ts'

const on = (path: string, body?: object) => (): Aim[] => [{ path, body }]
const withFiles =
  (path: string) =>
  ({ file, loose }: Other): Aim[] =>
    [file, loose].map((one) => ({ path, body: { files: [one] } }))

/** The routes by which a firm is set up. */
export const SET_UP_AIMS = {
  'GET /first-run': on('/first-run'),
  'GET /demo': on('/demo'),
  'POST /demo/clear': on('/demo/clear', { confirm: '看看', code: 'kankan', name: '看看', timezone: 'Asia/Shanghai' }),
  'GET /master-data': on('/master-data'),
  'GET /master-data/template': on('/master-data/template'),
  'POST /master-data/preview': withFiles('/master-data/preview'),
  'POST /master-data': withFiles('/master-data'),
}
