/**
 * On what approval a child lives with foster carers, as far as the child's record holds it: a connected person approved for a
 * time (Care Planning, Placement and Case Review (England) Regulations 2010, reg 24), its extension (reg 25), approved
 * prospective adopters approved as foster carers of this child (reg 25A), and full approval (Fostering Services (England)
 * Regulations 2011, regs 26 and 27). The carers' own file is not here.
 */
import { declareRecord, type Held } from '../records/recordType.ts'

const decided = {
  decidedBy: { kind: 'person', label: 'Who decided' },
  decidedOn: { kind: 'day', label: 'When was it decided?' },
  reasons: { kind: 'long text', label: 'Reasons for the decision', rows: 4 },
} as const

export const approvalType = declareRecord({
  name: 'carer approval', noun: 'the carers’ approval', resource: 'nominated officer approval', about: 'child', happenedOn: 'from', state: 'state',
  fields: {
    kind: {
      kind: 'choice', label: 'What approval is it?', required: true, missing: 'Choose what approval it is', choices: [
        { value: 'temporary', label: 'Temporary approval of a connected person', hint: 'Regulation 24: at most 16 weeks, unless extended' },
        { value: 'early permanence', label: 'Prospective adopters approved as foster carers of this child', hint: 'Regulation 25A: fostering for adoption' },
        { value: 'foster carer', label: 'Approved as foster carers', hint: 'By the fostering service, after its panel' },
      ],
    },
    carers: { kind: 'text', label: 'Who are the carers?', required: true, missing: 'Enter who the carers are', hint: 'As the child calls them: “Nan and Grandad”' },
    relation: { kind: 'text', label: 'What are they to the child?', hint: 'Relative, friend or somebody else connected with the child' },
    from: { kind: 'day', label: 'From which day?', required: true, missing: 'Enter the day from which it counts' },
    assessedOn: {
      kind: 'day', label: 'When was their suitability assessed?', when: 'not in the future', hint: 'Regulation 24(2) and schedule 4: the carers, the home, everybody in the household',
    },
    assessor: {
      kind: 'person', label: 'Who assessed them?', hint: 'They cannot be who approves', roles: ['social worker', 'assistant', 'supervising social worker', 'team manager', 'head of service'],
    },
    assessedBy: { kind: 'text', label: 'Who assessed them, when it was somebody who does not work in Holdfast', hint: 'For example an independent social worker: name and agency' },
    grounds: { kind: 'long text', label: 'Why is this the best home for the child now?', rows: 4, hint: 'With what the child says about living there' },
    panelOn: { kind: 'day', label: 'When does the fostering panel see them?', hint: 'Book it by week 10, so that a decision stands before the approval ends' },
    state: {
      kind: 'choice', label: 'Where it stands', required: true, choices: [
        { value: 'put forward', label: 'Waits for the nominated officer' }, { value: 'in force', label: 'In force' },
        { value: 'refused', label: 'Not approved' }, { value: 'ended', label: 'Ended' },
      ],
    },
    ...decided,
    endedOn: { kind: 'day', label: 'When did it end?', when: 'not in the future' },
    ending: {
      kind: 'choice', label: 'How did it end?', choices: [
        { value: 'approved', label: 'They were approved as foster carers' }, { value: 'order', label: 'A special guardianship or child arrangements order was made to them' },
        { value: 'moved', label: 'The child moved' }, { value: 'adoption', label: 'The child was placed with them for adoption' }, { value: 'not approved', label: 'They were not approved, and the child moved' },
      ],
    },
  },
})

export type Approval = Held<typeof approvalType>

export const extensionType = declareRecord({
  name: 'extension of approval', noun: 'an extension of the approval', resource: 'nominated officer approval', about: 'child', happenedOn: 'askedOn', state: 'state',
  fields: {
    ground: {
      kind: 'choice', label: 'Why is more time needed?', required: true, missing: 'Choose why more time is needed', choices: [
        { value: 'assessment', label: 'The full assessment will not be finished in time', hint: 'Regulation 25(1)(a): once, by at most 8 weeks' },
        { value: 'review', label: 'They were not approved and have asked for an independent review', hint: 'Regulation 25(1)(b): until its outcome is known' },
      ],
    },
    until: { kind: 'day', label: 'Until when?', hint: 'Only when the assessment is not finished' },
    stillBest: { kind: 'long text', label: 'Why is this still the best home for the child?', required: true, rows: 4, missing: 'Write down why this is still the best home', hint: 'Regulation 25(4)(a). With what the child says' },
    panelAskedOn: { kind: 'day', label: 'When was the fostering panel’s view sought?', required: true, when: 'not in the future', missing: 'Enter when the fostering panel’s view was sought' },
    panelView: { kind: 'long text', label: 'What did the panel say?', rows: 3 },
    officerToldOn: { kind: 'day', label: 'When was the reviewing officer told?', required: true, when: 'not in the future', missing: 'Enter when the reviewing officer was told' },
    askedOn: { kind: 'day', label: 'Asked for on', required: true },
    state: {
      kind: 'choice', label: 'Where it stands', required: true, choices: [
        { value: 'put forward', label: 'Waits for the nominated officer' }, { value: 'approved', label: 'Approved' }, { value: 'refused', label: 'Not approved' },
      ],
    },
    ...decided,
    outcomeOn: { kind: 'day', label: 'When was the outcome of the independent review known?', when: 'not in the future' },
  },
})

export type Extension = Held<typeof extensionType>

/** An approval with what was asked to extend it, oldest first. */
export interface WholeApproval {
  readonly approval: Approval
  readonly extensions: readonly Extension[]
}

/** The page that shows them. */
export const carersAddress = (childId: string): string => `/children/${childId}/carers`
