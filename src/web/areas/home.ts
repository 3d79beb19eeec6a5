/** The front page. */
import { frontPage } from '../../app/frontPage.ts'
import { privateFosteringSignal } from '../../app/privateFostering.ts'
import { scopeOf } from '../../core/access/scope.ts'
import { daysOf, figuresDayAsked } from '../asAt.ts'
import type { Handler } from '../route.ts'
import { homeModel, plainHome } from '../views/home/view.ts'

/** `GET /`: for everybody who signs in; what it shows goes by what they may see. */
export const home: Handler = async ({ work, query, labels }) => {
  const days = await daysOf(work)
  const asked = figuresDayAsked(work, query, days)
  const front = work.may('see', 'figures') ? await work.within(['see', 'figures'], () => frontPage(work, asked.day)) : null
  const fostering = front === null ? null : await work.within(['see', 'figures'], () => privateFosteringSignal(work))
  return {
    kind: 'page', view: 'home', room: 'home', title: 'Home',
    model: front === null ? plainHome(work.actor) : homeModel(front, {
      days, asked, labels, maySeeChildren: work.may('see', 'standing'), mayImport: work.may('record', 'imports'),
      fostering, maySeeFostering: work.may('see', 'papers'),
      trackerIsWhole: scopeOf(work.actor.roles, 'standing', 'see').kind === 'all',
    }),
  }
}
