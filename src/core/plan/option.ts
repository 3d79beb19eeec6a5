/**
 * The balance sheet: every realistic option with what speaks for and against it (Re B-S (Children) [2013] EWCA Civ 1146; the
 * court's consideration of permanence provisions, Children Act 1989 section 31 as amended by the Children and Social Work Act
 * 2017). Options ruled out stay on it with the reason, because ruling out is part of the analysis.
 */
import { declareRecord, type Held } from '../records/recordType.ts'
import { routeChoices } from './line.ts'

export const optionType = declareRecord({
  name: 'plan option', noun: 'an option on the balance sheet', resource: 'plan draft', about: 'child', state: 'viability',
  happenedOn: 'consideredOn',
  fields: {
    route: { kind: 'choice', label: 'Option', required: true, missing: 'Choose the option', choices: routeChoices },
    who: { kind: 'text', label: 'With whom', hint: 'For example: maternal grandmother. Leave empty when it is nobody in particular' },
    consideredOn: { kind: 'day', label: 'Considered on', required: true, when: 'not in the future' },
    pros: { kind: 'long text', label: 'What speaks for it', required: true, rows: 5, missing: 'Enter what speaks for it' },
    cons: { kind: 'long text', label: 'What speaks against it', required: true, rows: 5, missing: 'Enter what speaks against it' },
    childView: {
      kind: 'long text', label: 'What the child thinks of it', rows: 3, hint: 'In their own words where you can. The child does not carry the decision',
    },
    parentsView: { kind: 'long text', label: 'What the parents think of it', rows: 3 },
    support: { kind: 'long text', label: 'Support that would make it work', rows: 3, hint: 'Name the services' },
    viability: {
      kind: 'choice', label: 'Is it realistic?', required: true, missing: 'Choose whether it is realistic', choices: [
        { value: 'viable', label: 'Yes' },
        { value: 'viable with support', label: 'Yes, with the support named' },
        { value: 'not known', label: 'Not known yet: still being assessed' },
        { value: 'not viable', label: 'No' },
      ],
    },
    why: { kind: 'long text', label: 'Why', required: true, rows: 4, missing: 'Enter why it is realistic, or why not' },
  },
})

export type Option = Held<typeof optionType>

/** Whether an option is still a realistic one. */
export const isRealistic = (option: Option): boolean => option.values.viability !== 'not viable'
