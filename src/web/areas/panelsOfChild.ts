/** Panels of one child: on whose list and why, what was decided, and saying which panel when no rule does. */
import { askToBeHeard, childPanels, choosePanel } from '../../app/panels.ts'
import { choiceType, itemType } from '../../core/panels/records.ts'
import { readForm, type FieldError } from '../../core/records/readForm.ts'
import { headOf } from '../childHead.ts'
import { formModel } from '../forms/form.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { childPanelsModel } from '../views/child-panels/view.ts'

interface Typed {
  readonly form: 'choice' | 'ask'
  readonly errors: readonly FieldError[]
}

async function page(ask: Ask, typed: Typed | null): Promise<Answer> {
  const { work, form } = ask
  const head = await headOf(ask, '/panels')
  if (head === undefined) return { kind: 'not found' }
  const about = await childPanels(work, head.childId)
  const typedIn = (name: Typed['form']) => (typed?.form === name ? { typed: form, errors: typed.errors } : {})
  return {
    kind: 'page', view: 'child-panels', room: 'children', title: `Panels – child ${head.code}`, status: typed === null ? 200 : 422,
    model: {
      head,
      ...childPanelsModel(about, {
        href: head.href, chosen: typed?.form === 'choice' ? form.get('panel') : null, errors: typed?.errors ?? [],
        choiceForm: about?.mayChoose === true ? formModel(choiceType, { only: ['reason', 'lookAgainOn'], ...typedIn('choice') }) : null,
        askForm: about?.mayAsk === true ? formModel(itemType, { only: ['askedFor'], ...typedIn('ask') }) : null,
      }),
    },
  }
}

/** `GET /children/:childId/panels` */
export const panelsOfChild: Handler = (ask) => page(ask, null)

/** `POST /children/:childId/panels/choice` */
export const chooseForChild: Handler = async (ask) => {
  const head = await headOf(ask, '/panels')
  if (head === undefined) return { kind: 'not found' }
  const panel = ask.form.get('panel')
  const read = readForm(choiceType, ask.form, ask.today, ['reason', 'lookAgainOn'])
  const errors = [
    ...(panel === null ? [{ field: 'panel', text: 'Choose a panel, or no panel' }] : []),
    ...(read.kind === 'wrong' ? read.errors : []),
  ]
  if (panel === null || read.kind === 'wrong') return page(ask, { form: 'choice', errors })
  const refusal = await choosePanel(ask.work, head.childId, { ...read.values, panelId: panel === 'none' ? null : panel })
  if (refusal !== undefined) return page(ask, { form: 'choice', errors: [{ field: refusal.field ?? 'panel', text: refusal.why }] })
  return { kind: 'redirect', to: `${head.href}/panels`, flash: { kind: 'success', words: 'It is recorded which panel this child belongs to.' } }
}

/** `POST /children/:childId/panels/ask` */
export const askForHearing: Handler = async (ask) => {
  const head = await headOf(ask, '/panels')
  if (head === undefined) return { kind: 'not found' }
  const read = readForm(itemType, ask.form, ask.today, ['askedFor'])
  if (read.kind === 'wrong') return page(ask, { form: 'ask', errors: read.errors })
  const refusal = await askToBeHeard(ask.work, head.childId, read.values.askedFor ?? '')
  if (refusal !== undefined) return page(ask, { form: 'ask', errors: [{ field: refusal.field ?? 'askedFor', text: refusal.why }] })
  return { kind: 'redirect', to: `${head.href}/panels`, flash: { kind: 'success', words: 'The panel’s next agenda proposes this child.' } }
}
