/** Planning meetings among what waits for a person: those they lead, and minutes that wait for their signature. */
import { meetingAddress, planningMeetingType } from '../core/meetings/planningMeeting.ts'
import type { WorkItem, WorkSource } from './workSource.ts'

export const meetingItems: WorkSource = {
  act: ['see', 'planning meeting'],
  async items(work) {
    const mine = await work.records.find([planningMeetingType], { ownerId: work.actor.personId, states: ['booked', 'held'] })
    return mine.flatMap(({ childId, recordId, values: { state, bookedFor } }): readonly WorkItem[] => {
      if (childId === null) return []
      const address = meetingAddress(childId, recordId)
      if (state === 'held') return [{ what: 'Planning meeting: minutes to sign off', dueOn: null, takesPlace: false, childId, address }]
      const past = bookedFor < work.today
      return [{ what: past ? 'Planning meeting: minutes to write' : 'Planning meeting', dueOn: bookedFor, takesPlace: !past, childId, address }]
    })
  },
}
