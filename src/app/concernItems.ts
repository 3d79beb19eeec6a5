/** Concerns that wait for an answer of this person: by the stage that a concern has come to. */
import type { Role } from '../core/access/roles.ts'
import { concernAddress, type Stage } from '../core/challenge/concern.ts'
import { openConcerns } from './challenge.ts'
import type { WorkSource } from './workSource.ts'

/** Who answers at which stage: the line of management above the child's social worker. */
const answersAt: Readonly<Record<Stage, Role>> = {
  informal: 'team manager', 'team manager': 'team manager', 'service manager': 'head of service', 'head of service': 'head of service', director: 'director',
}

export const concernItems: WorkSource = {
  act: ['record', 'concern response'],
  async items(work) {
    return (await openConcerns(work)).flatMap(({ concern: { childId, recordId, values: { stage, dueOn } }, left }) =>
      (left === null || childId === null || !work.actor.roles.includes(answersAt[stage]) ? []
        : [{ what: 'Concern to answer', dueOn, takesPlace: false, childId, address: concernAddress(childId, recordId) }]))
  },
}
