/** The front page. */
import { frontPage } from '../../app/frontPage.ts'
import { scopeOf } from '../../core/access/scope.ts'
import { dayAsked, daysOf } from '../asAt.ts'
import type { Handler } from '../route.ts'
import { homeModel, plainHome } from '../views/home/view.ts'

/** `GET /`: for everybody who signs in; what it shows goes by what they may see. */
export const home: Handler = async ({ work, query, labels }) => {
  const days = await daysOf(work)
  const asked = dayAsked(query, days)
  const front = work.may('see', 'figures') ? await work.within(['see', 'figures'], () => frontPage(work, asked.day)) : null
  return {
    kind: 'page', view: 'home', room: 'home', title: 'Home',
    model: front === null ? plainHome(work.actor) : homeModel(front, {
      days, asked, labels, maySeeChildren: work.may('see', 'standing'), mayImport: work.may('record', 'imports'),
      trackerIsWhole: scopeOf(work.actor.roles, 'standing', 'see').kind === 'all',
    }),
  }
}
