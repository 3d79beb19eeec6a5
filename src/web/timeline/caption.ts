/** The drawing in a sentence or two: its title and description, for those who hear it rather than see it. */
import { ageOn, formatLong } from '../../core/time/localDate.ts'
import { routeWords } from '../../core/permanence/routes.ts'
import type { Lane, Look, Timeline, TimelineFact } from './timelineTypes.ts'

export interface Caption {
  readonly title: string
  readonly description: string
}

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

/** What the drawing shows, in words: who, how long in care, legal status and home now, permanence, what is overdue and due. */
export function captionOf(timeline: Timeline): Caption {
  const { facts, asAt } = timeline
  const of = (lane: Lane): readonly TimelineFact[] => facts.filter((fact) => fact.lane === lane)
  const looks = (look: Look): number => facts.filter((fact) => fact.look === look).length
  const openOf = (lane: Lane, not: Look | null = null): TimelineFact | undefined =>
    of(lane).findLast((fact) => fact.to === 'open' && fact.look !== not)
  const care = facts.filter((fact) => fact.look === 'in care')
  const last = care.at(-1)
  const homes = of('home').filter((fact) => fact.look !== 'away').length
  const age = timeline.bornOn === null || timeline.bornOn > asAt ? null : ageOn(timeline.bornOn, asAt)
  const legal = openOf('legal status')
  const home = openOf('home', 'away')
  const sentences = [
    last === undefined ? 'No time in care is held.'
      : timeline.inCare || last.to === 'open'
        ? `${age === null ? '' : `Aged ${age}. `}${last.what} since ${last.torn ? 'before ' : ''}${formatLong(last.at)}${care.length > 1 ? `, period ${care.length} of ${care.length}` : ''}, with ${counted(homes, 'home')} so far.`
        : `Not in care now; ${counted(care.length, 'period')} of care with ${counted(homes, 'home')}.`,
    ...(legal === undefined && home === undefined ? [] : [
      `Now: ${[legal?.what, home === undefined ? undefined : lower(home.what)].filter((part) => part !== undefined).join('; ')}.`,
    ]),
    ...(timeline.unaccompanied ? ['Unaccompanied asylum-seeking child.'] : []),
    permanenceSentence(timeline),
    `${counted(of('reviews').length, 'review')} held, ${looks('review late')} late; ${counted(looks('overdue'), 'thing')} overdue, ${looks('due')} due, ${looks('cannot tell')} that cannot be told.`,
  ]
  return {
    title: `Timeline of child ${timeline.code} ${timeline.asAtWords === 'Today' ? 'on' : 'as at'} ${formatLong(asAt)}`,
    description: sentences.join(' '),
  }
}

/** What the evidence says on the day; a permanence that has since been lost is said as such. */
function permanenceSentence(timeline: Timeline): string {
  const reached = timeline.facts.findLast((fact) => fact.lane === 'decisions' && fact.look === 'achieved')
  const reachedWords = reached === undefined ? '' : `${lower(reached.detail)} on ${formatLong(reached.at)}`
  if (!timeline.inCare) return reached === undefined ? 'Left care without permanence that the facts can show.' : `Permanence reached: ${reachedWords}.`
  if (timeline.achievedNow) return `Permanence reached: ${reachedWords === '' ? 'since before the facts held' : reachedWords}.`
  const now = timeline.routeNow === null ? 'nothing held points to a way to permanence'
    : `the facts point to ${lower(routeWords[timeline.routeNow])}, not achieved yet`
  return reached === undefined ? `${now.charAt(0).toUpperCase()}${now.slice(1)}.` : `Permanence was reached (${reachedWords}) but no longer holds: ${now}.`
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
