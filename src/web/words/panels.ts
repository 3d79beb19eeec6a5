/** Words and tags that the pages of panels share. */
import type { Cadence } from '../../core/panels/definition.ts'
import type { Tag } from './clocks.ts'

/** Red, amber or green as a tag that says its colour in words. */
export function colourTag(colour: 'red' | 'amber' | 'green' | null): Tag {
  switch (colour) {
    case 'red': return { words: 'Red', colour: 'govuk-tag--red' }
    case 'amber': return { words: 'Amber', colour: 'govuk-tag--orange' }
    case 'green': return { words: 'Green', colour: 'govuk-tag--green' }
    case null: return { words: 'Not worked out', colour: 'govuk-tag--grey' }
  }
}

/** Why a child is heard, in sentences: it is kept a reason a line, and some of them end with a stop already. */
export function becauseWords(because: string): string {
  return because.split('\n').filter((line) => line !== '').map((line) => (/[.?!]$/.test(line) ? line : `${line}.`)).join(' ')
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const ordinals = ['first', 'second', 'third', 'fourth']

/** "The second Wednesday of every month". */
export function cadenceWords(cadence: Cadence): string {
  const weekday = weekdays[cadence.weekday - 1] ?? ''
  if (cadence.kind === 'monthly') return `The ${ordinals[cadence.which - 1] ?? ''} ${weekday} of every month`
  return `Every ${cadence.every} weeks on a ${weekday}`
}
