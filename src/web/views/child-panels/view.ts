/** Panels of one child. */
import type { ChildPanels } from '../../../app/panels.ts'
import type { FieldError } from '../../../core/records/readForm.ts'
import type { FormModel } from '../../forms/form.ts'
import { longDate } from '../../words/dates.ts'
import { colourTag } from '../../words/panels.ts'

export interface ChildPanelsAsked {
  readonly href: string
  /** The panel chosen in a form that came back. */
  readonly chosen: string | null
  readonly errors: readonly FieldError[]
  readonly choiceForm: FormModel | null
  readonly askForm: FormModel | null
}

/** What the page shows. */
export function childPanelsModel(about: ChildPanels | null, { href, chosen, errors, choiceForm, askForm }: ChildPanelsAsked) {
  const inUse = about?.inUse ?? null
  const nameOf = (definition: string): string => inUse?.panels.find((one) => one.definition.id === definition)?.panel.values.name ?? definition
  const routed = about?.routed ?? null
  const panelError = errors.find(({ field }) => field === 'panel')?.text ?? null
  // The panel's own question stands beside the record's fields.
  const choice = choiceForm === null || panelError === null
    ? choiceForm : { ...choiceForm, errors: [{ href: '#panel', text: panelError }, ...choiceForm.errors.filter(({ text }) => text !== panelError)] }
  const here = about?.items.find(({ values }) => values.state === 'tracked')
  const place = inUse?.panels.find(({ panel }) => panel.recordId === here?.partOf)
  return {
    inUse: inUse !== null, href, choiceForm: choice, panelError,
    askForm: here === undefined ? null : askForm, asked: here?.values.askedFor ?? null,
    routed: routed === null ? null : {
      unrouted: routed.kind === 'unrouted',
      words: routed.kind === 'panel' ? nameOf(routed.panel) : routed.kind === 'none' ? 'No panel' : 'No rule says which panel',
      why: routed.why, chosen: routed.kind !== 'unrouted' && routed.chosen,
    },
    lookAgain: about?.choice === null || about?.choice === undefined || about.choice.values.lookAgainOn === null ? null : longDate(about.choice.values.lookAgainOn),
    place: here === undefined ? null : {
      panel: place?.panel.values.name ?? 'A panel no longer used', href: `/panels/${here.partOf ?? ''}`, since: longDate(here.values.enteredOn),
      returns: here.values.returnOn === null ? null : longDate(here.values.returnOn),
    },
    next: about?.next === null || about === null ? null : {
      words: `${about.next.panel}, ${longDate(about.next.sitting.values.on)}`, href: `/panels/${about.next.sitting.partOf ?? ''}/sittings/${about.next.sitting.recordId}`,
    },
    options: [
      ...(inUse?.panels ?? []).map(({ panel }) => ({ value: panel.recordId, text: panel.values.name, checked: chosen === panel.recordId })),
      { value: 'none', text: 'No panel', checked: chosen === 'none' },
    ],
    decisions: (about?.decisions ?? []).map(({ decision: { values }, panel, on }) => ({
      on: longDate(on), panel, words: values.decision, colour: colourTag(values.colour), computed: values.computed, why: values.colourWhy,
      next: values.next === 'returns' ? (values.returnOn === null ? 'Returns' : `Returns on ${longDate(values.returnOn)}`)
        : values.next === 'transfer' ? `To ${values.wentTo ?? 'another panel'}: ${values.nextWhy ?? ''}` : `Leaves the list: ${values.nextWhy ?? ''}`,
    })),
    items: (about?.items ?? []).map(({ partOf, values }) => ({
      panel: inUse?.panels.find(({ panel }) => panel.recordId === partOf)?.panel.values.name ?? 'A panel no longer used',
      from: longDate(values.enteredOn), why: values.why, cameFrom: values.cameFrom,
      to: values.leftOn === null ? null : longDate(values.leftOn), leftWhy: values.leftWhy, wentTo: values.wentTo,
    })),
  }
}
