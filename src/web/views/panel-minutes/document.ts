/** The minutes of a sitting as a document: the page and the file say the same. */
import type { Minutes } from '../../../app/panelPapers.ts'
import { attendanceType, decisionType, seatType } from '../../../core/panels/records.ts'
import { choiceWords } from '../../../core/records/shown.ts'
import type { Block, WrittenDocument } from '../../../edge/documents/document.ts'
import { longDate } from '../../words/dates.ts'
import { becauseWords } from '../../words/panels.ts'

/** The document. Children who have left the panel since are said to be left out, not passed over. */
export function minutesDocument({ at, children, names }: Minutes): WrittenDocument {
  const { sitting, panel, quorum, attendance, putOff, notShown } = at
  const name = (id: string | null): string => (id === null ? 'nobody named yet' : names.get(id) ?? 'somebody who is no longer listed')
  const { on, place, minuteTaker, state, signedOffBy, signedOffOn } = sitting.values
  const blocks: Block[] = [
    { kind: 'heading', level: 2, text: 'Who took part' },
    attendance.length === 0
      ? { kind: 'text', text: 'It is not recorded who took part.' }
      : {
          kind: 'table', caption: 'Who took part', head: ['Name', 'As', 'Took part'],
          rows: attendance.map(({ values }) => [name(values.who), choiceWords(seatType.fields.as, values.as), choiceWords(attendanceType.fields.how, values.how)]),
        },
    { kind: 'text', text: `Quorum: ${quorum.met ? 'met' : 'not met'}, ${quorum.words}.` },
  ]
  for (const { line, minute, corrections, actions } of children) {
    const { decision } = line
    blocks.push({ kind: 'heading', level: 2, text: `Child ${line.code}` })
    blocks.push({ kind: 'text', text: `Heard because: ${becauseWords(line.held?.values.because ?? '')} Presented by ${name(line.held?.values.presenter ?? null)}.` })
    blocks.push({ kind: 'heading', level: 3, text: 'What was said' }, { kind: 'text', text: minute?.values.said ?? 'Nothing is minuted.' })
    blocks.push({ kind: 'heading', level: 3, text: 'What was decided' })
    if (decision === null) blocks.push({ kind: 'text', text: 'No decision is recorded yet.' })
    else {
      const { values } = decision
      const colour = choiceWords(decisionType.fields.colour, values.colour)
      blocks.push({ kind: 'text', text: values.decision })
      blocks.push({ kind: 'text', text: `${colour}. Worked out by Holdfast: ${values.computed}${values.colourWhy === null ? '' : ` The chair says otherwise: ${values.colourWhy}`}` })
      blocks.push({
        kind: 'text',
        text: values.next === 'returns' ? `The child returns on ${longDate(values.returnOn)}.`
          : values.next === 'transfer' ? `The child goes to ${values.wentTo ?? 'another panel'}: ${values.nextWhy ?? ''}` : `The child leaves the list: ${values.nextWhy ?? ''}`,
      })
    }
    if (actions.length > 0) {
      blocks.push({
        kind: 'table', caption: `Actions for child ${line.code}`, head: ['What', 'Who', 'By when'],
        rows: actions.map(({ action: { values }, owner }) => [values.what, owner, longDate(values.dueOn)]),
      })
    }
    if (corrections.length > 0) {
      blocks.push({ kind: 'heading', level: 3, text: 'Corrected since' })
      blocks.push({ kind: 'list', items: corrections.map(({ values, firstRecordedBy }) => `${longDate(values.on)}, ${firstRecordedBy.name}: ${values.words}`) })
    }
  }
  if (putOff.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: 'Put off' })
    blocks.push({ kind: 'table', caption: 'Children put off', head: ['Child', 'Why'], rows: putOff.map(({ code, held }) => [code, held?.values.putOffWhy ?? '']) })
  }
  if (notShown > 0) blocks.push({ kind: 'text', text: `${notShown} more ${notShown === 1 ? 'child was' : 'children were'} heard and cannot be shown to you: they are no longer with this panel.` })
  return {
    title: `Minutes of ${panel.panel.values.name}, ${longDate(on)}`,
    lead: [
      `${place === null ? '' : `${place}. `}Minutes taken by ${name(minuteTaker)}.`,
      state === 'signed off' ? `Signed off by ${name(signedOffBy)} on ${longDate(signedOffOn)}.` : 'Draft: not signed off.',
    ],
    blocks,
  }
}
