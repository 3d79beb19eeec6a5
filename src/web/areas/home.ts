/** The front page. */
import { frontPage } from '../../app/frontPage.ts'
import { dayAsked } from '../asAt.ts'
import type { Handler } from '../route.ts'
import { homeModel } from '../views/home/view.ts'

/** `GET /` */
export const home: Handler = async ({ work, today, query, labels }) => {
  const asked = dayAsked(query, today)
  const front = await frontPage(work, asked.day)
  return {
    kind: 'page', view: 'home', room: 'home', title: 'Home',
    model: homeModel(front, {
      today, asked, labels, maySeeChildren: work.may('see children'), mayImport: work.may('import returns'),
    }),
  }
}
