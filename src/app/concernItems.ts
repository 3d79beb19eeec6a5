/** Concerns that wait for an answer of this person: by the stage that a concern has come to. */
import { answersAt, concernAddress } from '../core/challenge/concern.ts'
import { openConcerns } from './challenge.ts'
import type { WorkSource } from './workSource.ts'

export const concernItems: WorkSource = {
  act: ['record', 'concern response'],
  async items(work) {
    return (await openConcerns(work)).flatMap(({ concern: { childId, recordId, values: { stage, dueOn } }, left }) =>
      (left === null || childId === null || !work.actor.roles.includes(answersAt[stage]) ? []
        : [{ what: 'Concern to answer', dueOn, takesPlace: false, childId, address: concernAddress(childId, recordId) }]))
  },
}
