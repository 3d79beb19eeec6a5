/** The same facts as rows, for screen readers and for everyone. */
import { ageOn, formatLong } from '../../core/time/localDate.ts'
import { tornWords } from './readBands.ts'
import { laneWords, type Timeline, type TimelineRow } from './timelineTypes.ts'

/** One row for each mark of the drawing, oldest first; what has no day comes where it is drawn. */
export function rowsOf(timeline: Timeline): readonly TimelineRow[] {
  return timeline.facts.toSorted((a, b) => a.at - b.at).map((fact): TimelineRow => {
    const ended = fact.to === null || fact.to === 'open' ? null : fact.to
    const born = timeline.bornOn
    return {
      key: fact.key,
      date: fact.from,
      endDate: ended,
      ongoing: fact.to === 'open',
      dateWords: fact.from === null ? (fact.dateWords ?? 'not known') : fact.torn ? tornWords(fact.from) : formatLong(fact.from),
      endWords: ended !== null ? formatLong(ended) : fact.to === 'open' ? 'now' : '',
      age: fact.from === null || born === null || born > fact.from ? null : ageOn(born, fact.from),
      what: fact.what,
      detail: fact.detail,
      kind: laneWords[fact.lane],
    }
  })
}
