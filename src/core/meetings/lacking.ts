/** What a planning meeting had better have had: said on its page and in its minutes, never in the way of writing them. */
import type { Considered, PlanningMeeting } from './planningMeeting.ts'

/**
 * What is lacking in minutes, each with where it is asked for. Nothing while the meeting is only booked.
 */
export function lackingInMinutes({ values }: PlanningMeeting, considered: readonly Considered[], actions: number): readonly string[] {
  if (values.state === 'booked' || values.state === 'cancelled') return []
  const there = values.attended ?? []
  const found: string[] = []
  if (!there.includes('regional agency')) found.push('The regional adoption agency was not there. Haringey’s action plan (1.8b) asks for it at every planning meeting.')
  if (!there.includes('social worker')) found.push('The child’s social worker was not there.')
  if (values.early === 'not considered') found.push('Early permanence was not considered.')
  const realistic = considered.filter(({ values: { outcome } }) => outcome !== 'ruled out')
  if (considered.length === 0) found.push('No option is written down. Each realistic one is to be weighed (Re B-S [2013] EWCA Civ 1146).')
  else if (realistic.length === 1) found.push('Only one option is left open. Say in the plan why there is no realistic alternative, or work on a second one.')
  if (actions === 0) found.push('No action came of the meeting.')
  if (values.nextOn === null) found.push('No next meeting is set. They go on until permanence is reached (Havering permanency statement).')
  return found
}
