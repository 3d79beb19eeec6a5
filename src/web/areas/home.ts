/** The front page. */
import { frontPage } from '../../app/frontPage.ts'
import { dayAsked, daysOf } from '../asAt.ts'
import type { Handler } from '../route.ts'
import { homeModel } from '../views/home/view.ts'

/** `GET /` */
export const home: Handler = async ({ work, query, labels }) => {
  const days = await daysOf(work)
  const asked = dayAsked(query, days)
  const front = await frontPage(work, asked.day)
  return {
    kind: 'page', view: 'home', room: 'home', title: 'Home',
    model: homeModel(front, {
      days, asked, labels, maySeeChildren: work.may('see children'), mayImport: work.may('import returns'),
    }),
  }
}
