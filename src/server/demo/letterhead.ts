import type { Letterhead } from '../../wire/letterhead.ts'
import { demoLogo, demoSeal } from './marks.ts'
import { StepRefused } from './teller.ts'
import type { Teller } from './teller.ts'
import { uploadAs } from './upload.ts'
import { VENDOR } from './vendor.ts'

/** Who looks after the papers of the demo vendor. */
const KEEPER = 'admin'

const WORDS = { firm: VENDOR.name, address: '示例市示例区服务路 1 号', phone: '总机：见合同', footer: '本公司为虚构，仅作演示' }

async function put(teller: Teller): Promise<void> {
  const keeper = teller.as(KEEPER)
  const { version } = (await keeper.get('/letterhead')) as Letterhead
  if (version > 0) return
  const logo = await uploadAs(keeper, { name: '标志.png', bytes: demoLogo(), key: 'logo' })
  const seal = await uploadAs(keeper, { name: '印章.png', bytes: demoSeal(), key: 'seal' })
  await keeper.put('/letterhead', { body: { version, ...WORDS, logo, seal }, key: 'demo-letterhead' })
}

/** 信头 of the demo vendor, invented like the rest of it; where it has one already, it stays. Answers what was refused. */
export async function tellLetterhead(teller: Teller): Promise<string[]> {
  try {
    await put(teller)
    return []
  } catch (error) {
    if (!(error instanceof StepRefused)) throw error
    return [error.message]
  }
}
