import { CheckedHolidays, HolidayLists, HolidayText, PublishedHolidays } from '../../../wire/holidays.ts'
import { checkHolidays, getHolidays, publishHolidays } from '../holidays/holidays.ts'
import { route } from '../route.ts'

export const HOLIDAY_ROUTES = [
  route({ at: 'GET /holidays', permission: 'plan.manage', answer: HolidayLists, handle: getHolidays }),
  route({ at: 'POST /holidays/check', permission: 'plan.manage', body: HolidayText, answer: CheckedHolidays, handle: checkHolidays }),
  route({ at: 'POST /holidays/publish', permission: 'plan.manage', body: HolidayText, answer: PublishedHolidays, handle: publishHolidays }),
]
