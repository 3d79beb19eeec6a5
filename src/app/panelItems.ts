/** Panels among what waits for a person: sittings of panels they have a seat on, and children they present. */
import { agendaType, panelType, seatType, sittingType } from '../core/panels/records.ts'
import type { WorkItem, WorkSource } from './workSource.ts'

export const panelItems: WorkSource = {
  act: ['see', 'panel agenda'],
  async items(work) {
    const { personId } = work.actor
    const planned = (await work.records.find([sittingType], { states: ['planned'], happenedFrom: work.today })).filter(({ partOf }) => partOf !== null)
    const seats = new Set((await work.records.find([seatType], { ownerId: personId, states: ['held'] })).map(({ partOf }) => partOf))
    const presents = await work.records.find([agendaType], { ownerId: personId, states: ['accepted'] })
    const names = new Map((await work.records.find([panelType], { states: ['in use'] })).map(({ recordId, values: { name } }) => [recordId, name]))
    return planned.flatMap(({ recordId, partOf, values: { on } }): readonly WorkItem[] => {
      const sitting = `/panels/${partOf ?? ''}/sittings/${recordId}`
      return [
        ...(seats.has(partOf) ? [{ what: `Panel: ${names.get(partOf ?? '') ?? 'no longer in use'}`, dueOn: on, takesPlace: true, childId: null, address: sitting }] : []),
        ...presents.filter((item) => item.partOf === recordId).map(({ childId }) =>
          ({ what: 'Panel: a child to present', dueOn: on, takesPlace: true, childId, address: `${sitting}/children/${childId ?? ''}` })),
      ]
    })
  },
}
