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
    looks('achieved') > 0 && of('decisions').some((fact) => fact.look === 'achieved')
      ? 'Permanence has been achieved.'
      : timeline.routeNow === null ? 'Nothing held points to a way to permanence.'
        : `The facts point to ${lower(routeWords[timeline.routeNow])}, not achieved yet.`,
    `${counted(of('reviews').length, 'review')} held, ${looks('review late')} late; ${counted(looks('overdue'), 'thing')} overdue, ${looks('due')} due, ${looks('cannot tell')} that cannot be told.`,
  ]
  return {
    title: `Timeline of child ${timeline.code} ${timeline.asAtWords === 'Today' ? 'on' : 'as at'} ${formatLong(asAt)}`,
    description: sentences.join(' '),
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
