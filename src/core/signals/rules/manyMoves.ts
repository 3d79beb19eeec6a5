import { formatLong } from '../../time/localDate.ts'
import { quiet, type SignalRule } from '../signal.ts'

export const manyMoves: SignalRule = {
  id: 'many-moves', tag: 'Many moves', title: 'Moved again and again within a year',
  rests: 'Three homes or more in twelve months is the DfE’s measure of instability (NI 62).',
  ask({ movedOn }, { moves }) {
    // Three homes are two moves after the first; a move counts the home it led to.
    const days = movedOn.toSorted((a, b) => a - b)
    if (days.length < moves) return quiet
    return {
      kind: 'shown', since: days[moves - 1] ?? null, evidence: `Moved ${days.length} times in twelve months: ${days.map(formatLong).join(', ')}.`,
      next: 'Hold a stability meeting with the carers and the child’s own words in the room.', who: 'team manager',
    }
  },
}
