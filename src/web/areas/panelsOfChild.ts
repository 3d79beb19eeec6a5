/** Panels of one child: on whose list and why, what was decided, and saying which panel when no rule does. */
import { paperOf } from '../../app/panelPapers.ts'
import { askToBeHeard, childPanels, choosePanel } from '../../app/panels.ts'
import { choiceType, itemType } from '../../core/panels/records.ts'
import { readForm, type FieldError } from '../../core/records/readForm.ts'
import { headOf } from '../childHead.ts'
import { childForm } from '../forms/childForm.ts'
import { formModel } from '../forms/form.ts'
import { sentForm } from '../forms/takeForm.ts'
import type { Answer, Ask, Handler } from '../route.ts'
import { childPanelsModel } from '../views/child-panels/view.ts'
import { paperModel } from '../views/panel-papers/view.ts'

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

/** `GET /children/:childId/papers`: for whoever decides beside the panel, and whoever gets the papers ready. */
export const papersOfChild: Handler = async (ask) => {
  const head = await headOf(ask, '/papers')
  const paper = head === undefined ? undefined : await paperOf(ask.work, head.childId)
  if (head === undefined || paper === undefined) return { kind: 'not found' }
  return {
    kind: 'page', view: 'child-papers', room: 'children', title: `Case papers – child ${head.code}`,
    model: { head, paper: paperModel(paper, '', ask.labels, ask.today) },
  }
}

/** `POST /children/:childId/panels/choice` */
export const chooseForChild: Handler = childForm('/panels', (ask, head) => {
  const panel = ask.form.get('panel')
  return sentForm(ask, {
    type: choiceType, only: ['reason', 'lookAgainOn'], back: { href: `${head.href}/panels` }, done: 'It is recorded which panel this child belongs to.',
    read() {
      const own = readForm(choiceType, ask.form, ask.today, ['reason', 'lookAgainOn'])
      return panel !== null ? own : { kind: 'wrong', errors: [{ field: 'panel', text: 'Choose a panel, or no panel' }, ...(own.kind === 'wrong' ? own.errors : [])] }
    },
    async save(values) {
      const refusal = await choosePanel(ask.work, head.childId, { ...values, panelId: panel === 'none' ? null : panel })
      return refusal === undefined ? undefined : { field: refusal.field ?? 'panel', why: refusal.why }
    },
  }, (errors) => page(ask, { form: 'choice', errors }))
})

/** `POST /children/:childId/panels/ask` */
export const askForHearing: Handler = childForm('/panels', (ask, head) => sentForm(ask, {
  type: itemType, only: ['askedFor'], back: { href: `${head.href}/panels` }, done: 'The panel’s next agenda proposes this child.',
  save: ({ askedFor }) => askToBeHeard(ask.work, head.childId, askedFor ?? ''),
}, (errors) => page(ask, { form: 'ask', errors })))
