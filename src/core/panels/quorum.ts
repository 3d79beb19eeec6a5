/** Whether a sitting may decide: enough people took part, and a chair among them (the panel's definition says how many). */
import type { PanelDefinition } from './definition.ts'
import type { Attendance } from './records.ts'

/** As who a person chairs: a panel may have two chairs, and either will do. */
const chairsAs: ReadonlySet<string> = new Set(['panel chair', 'director'])

export interface Quorum {
  readonly met: boolean
  /** "2 of 3 people, without a chair": for the page and for a refusal. */
  readonly words: string
}

/** The quorum as attendance stands now. In the room and online both count; an administrator does not. */
export function quorumOf({ quorum }: Pick<PanelDefinition, 'quorum'>, attendance: readonly Attendance[]): Quorum {
  const there = attendance.filter(({ values: { how, as } }) => (how === 'in the room' || how === 'online') && as !== 'panel administrator')
  const people = new Set(there.map(({ values }) => values.who)).size
  const chaired = there.some(({ values }) => chairsAs.has(values.as))
  return {
    met: people >= quorum.people && (chaired || !quorum.withChair),
    words: `${people} of the ${quorum.people} people it needs${quorum.withChair && !chaired ? ', without a chair' : ''}`,
  }
}
