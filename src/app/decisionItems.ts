/** Children in care who are before an agency decision maker, whose only tie to a child is that it was put before them. */
import type { WorkSource } from './workSource.ts'

export const decisionItems: WorkSource = {
  act: ['record', 'agency decision'],
  items: async (work) => (await work.panels.standings()).map(({ childId }) =>
    ({ what: 'A child before you for a decision', dueOn: null, takesPlace: false, childId, address: `/children/${childId}/papers` })),
}
