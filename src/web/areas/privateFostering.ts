/** Private fostering in the authority's area. */
import { mayKnowSmall } from '../../app/measures.ts'
import { privateFostering, writeFosteringCount } from '../../app/privateFostering.ts'
import { fosteringCountType } from '../../core/privateFostering/count.ts'
import { formAnswer } from '../forms/takeForm.ts'
import type { Handler } from '../route.ts'
import { privateFosteringModel } from '../views/private-fostering/view.ts'

/** `GET /private-fostering` */
export const fosteringCounts: Handler = async ({ work }) => ({
  kind: 'page', view: 'private-fostering', room: 'measures', title: 'Private fostering',
  model: privateFosteringModel(
    await privateFostering(work), { mayWrite: work.may('change', 'papers'), knowsSmall: mayKnowSmall(work) }, work.policies.signals.privateFosteringPer100000,
  ),
})

/** `GET` and `POST /private-fostering/new` */
export const newFosteringCount: Handler = (ask) => formAnswer(ask, {
  type: fosteringCountType, room: 'measures', title: 'Write down a count of private fostering', button: 'Write it down', done: 'The count is written down.',
  values: { countedOn: ask.today }, back: { href: '/private-fostering', words: 'Private fostering' },
  lead: ['Numbers alone: no child is named here. Readers who may see no child, such as councillors, see a number under 6 as “fewer than 6”.'],
  async save(values) {
    const refused = await writeFosteringCount(ask.work, values)
    return refused === undefined ? undefined : { field: refused.field ?? 'countedOn', why: refused.why }
  },
})
