/** Differences between returns: looking at them and settling them. */
import { differences, settleDifferences, type DifferenceQuery } from '../../app/imports.ts'
import { isId } from '../ids.ts'
import { localAddress } from '../localAddress.ts'
import type { Answer, Ask, Handler, Page } from '../route.ts'
import { chosenDifferences, confirmModel, differencesModel, differencesAddress, readDifferences } from '../views/differences/view.ts'
import { counted } from '../words/counts.ts'

async function listPage({ work, labels }: Ask, query: DifferenceQuery, error: string | null): Promise<Answer> {
  const found = await differences(work, query)
  // The last page empties itself as its differences are settled.
  const last = Math.max(1, Math.ceil(found.total / query.pageSize))
  if (query.page > last) return { kind: 'redirect', to: differencesAddress({ ...query, page: last }) }
  return {
    kind: 'page', view: 'differences', room: 'returns', title: 'Differences', status: error === null ? 200 : 422,
    model: differencesModel(found, query, { labels, maySettle: work.may('decide', 'differences'), mayOpenChild: work.may('see', 'child overview'), error }),
  }
}

/** `GET /differences` */
export const differenceList: Handler = (ask) => listPage(ask, readDifferences(ask.query), null)

/** The list that a form stood on: read and written again, so that it can be nothing else. */
function hereOf(form: URLSearchParams): DifferenceQuery {
  const at = localAddress(form.get('here'), '/differences')
  return readDifferences(new URLSearchParams(at.split('?', 2)[1] ?? ''))
}

const decisionOf = (form: URLSearchParams): 'accept' | 'keep' | undefined =>
  (['accept', 'keep'] as const).find((one) => one === form.get('decision'))

/** `POST /differences`: one is settled at once, more are asked about again. */
export const choose: Handler = async (ask) => {
  ask.work.allow('decide', 'differences')
  const query = hereOf(ask.form)
  const decision = decisionOf(ask.form)
  const ids = chosenDifferences(ask.form)
  if (ids.length === 0 || decision === undefined) return listPage(ask, query, 'Choose at least one difference')
  if (ids.length === 1) return settle(ask, ids, decision, query)
  const model = confirmModel(ids, decision, differencesAddress(query))
  const page: Page = { kind: 'page', view: 'confirm-differences', room: 'returns', title: model.heading, model }
  return page
}

/** `POST /differences/settle` */
export const settleChosen: Handler = async (ask) => {
  const decision = decisionOf(ask.form)
  const ids = ask.form.getAll('difference').filter(isId)
  const query = hereOf(ask.form)
  if (decision === undefined || ids.length === 0) return { kind: 'redirect', to: differencesAddress(query) }
  return settle(ask, ids, decision, query)
}

async function settle(ask: Ask, ids: readonly string[], decision: 'accept' | 'keep', query: DifferenceQuery): Promise<Answer> {
  const done = await settleDifferences(ask.work, ids, decision)
  const rest = ids.length - done
  const words = [
    `${counted(done, 'difference')} ${decision === 'accept' ? 'accepted' : 'settled by keeping what is held'}.`,
    ...(rest === 0 ? [] : [`${counted(rest, 'difference')} had been settled before.`]),
  ].join(' ')
  return { kind: 'redirect', to: differencesAddress(query), flash: { kind: 'success', words } }
}
