/** One panel: its children and why they are there, its sittings, who sits, and what its definition says. */
import type { PanelInUse, PanelLine } from '../../../app/panels.ts'
import type { Mark } from '../../../core/clocks/clock.ts'
import type { PersonListed } from '../../../app/records.ts'
import { capacityOf } from '../../../core/panels/definition.ts'
import { seatType, type Item, type Seat, type Sitting } from '../../../core/panels/records.ts'
import { choiceWords } from '../../../core/records/shown.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import type { FormModel } from '../../forms/form.ts'
import { longDate, shortDate } from '../../words/dates.ts'
import { cadenceWords, colourTag } from '../../words/panels.ts'

export interface PanelAsked {
  readonly asked: PanelInUse
  /** All places, also those that were left, as far as the reader reaches. */
  readonly items: readonly Item[]
  readonly codes: ReadonlyMap<string, string>
  readonly lines: ReadonlyMap<string, PanelLine>
  readonly sittings: readonly Sitting[]
  /** The next by the cadence. */
  readonly days: readonly LocalDate[]
  readonly seats: readonly Seat[]
  readonly people: readonly PersonListed[]
  readonly today: LocalDate
  readonly serves: boolean
  readonly seatForm: FormModel | null
  readonly sittingForm: FormModel | null
}

/** Where a value is from; what no paper of the council's says is said to be to confirm. */
const origin = ({ source, mark }: { readonly source: string; readonly mark: Mark }): string =>
  mark === 'UNCERTAIN' ? `${source} To be confirmed: whoever runs Holdfast sets it in the panel’s definition.` : source

/** What the page shows. */
export function panelModel({ asked: { panel, definition }, items, codes, lines, sittings, days, seats, people, today, seatForm, sittingForm }: PanelAsked) {
  const name = (id: string): string => people.find(({ personId }) => personId === id)?.name ?? 'Somebody who is no longer listed'
  const href = `/panels/${panel.recordId}`
  const row = (item: Item) => ({
    code: codes.get(item.childId ?? '') ?? '', href: `/children/${item.childId ?? ''}/panels`,
    since: shortDate(item.values.enteredOn),
    how: item.values.how === 'transferred' && item.values.cameFrom !== null ? `From ${item.values.cameFrom}` : item.values.how === 'chosen' ? 'Chosen by a person' : 'By rule',
    why: item.values.why,
  })
  const { cadence, quorum, papers, time } = definition
  return {
    href, name: panel.values.name, purpose: definition.purpose.words, seatForm, sittingForm,
    days: days.map((day) => longDate(day)).join(', '),
    children: items.filter(({ values }) => values.state === 'tracked').map((item) => {
      const line = lines.get(item.childId ?? '')
      return {
        ...row(item), returns: item.values.returnOn === null ? 'No day set' : shortDate(item.values.returnOn),
        overdue: item.values.returnOn !== null && item.values.returnOn < today,
        heard: item.values.lastHeardOn === null ? 'Not yet' : shortDate(item.values.lastHeardOn),
        colour: line?.colour === null || line === undefined ? null : colourTag(line.colour),
      }
    }),
    moved: items.filter(({ values }) => values.state !== 'tracked').toReversed().slice(0, 20).map((item) => ({
      ...row(item), left: shortDate(item.values.leftOn), to: item.values.wentTo ?? 'No panel', leftWhy: item.values.leftWhy ?? '', leaving: item.values.state === 'leaving',
    })),
    sittings: sittings.slice(0, 12).map((sitting) => ({
      href: `${href}/sittings/${sitting.recordId}`, on: longDate(sitting.values.on), place: sitting.values.place,
      state: sitting.values.state === 'signed off' ? 'Minutes signed off' : sitting.values.state === 'cancelled' ? 'Called off' : sitting.values.on >= today ? 'Planned' : 'Minutes not signed off',
    })),
    seats: seats.map((seat) => ({ name: name(seat.values.who), as: choiceWords(seatType.fields.as, seat.values.as), action: `${href}/seats/${seat.recordId}` })),
    posts: [...definition.chairs.map(({ title }) => `${title} (chair)`), ...definition.members.map(({ title }) => title)],
    facts: [
      { key: 'Sits', words: cadenceWords(cadence), source: origin(cadence) },
      { key: 'Quorum', words: `${quorum.people} people${quorum.withChair ? ', a chair among them' : ''}`, source: origin(quorum) },
      { key: 'Papers', words: `${papers.workingDays} working days before`, source: origin(papers) },
      { key: 'Time', words: `${time.minutes} minutes, ${time.minutesPerChild} a child: ${capacityOf(definition)} children at a sitting`, source: origin(time) },
      ...(definition.trackedBy === null ? [] : [{ key: 'Tracked by', words: definition.trackedBy, source: definition.purpose.source }]),
      ...definition.enters.map((said) => ({ key: 'Enters', words: said.words, source: origin(said) })),
      ...definition.reviews.map((said) => ({ key: 'Reviewed', words: said.words, source: origin(said) })),
      ...definition.leaves.map((said) => ({ key: 'Leaves', words: said.words, source: origin(said) })),
    ],
  }
}
