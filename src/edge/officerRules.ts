/** The reviewing officer's data: days after a review, the protocol of challenge, templates of letters (rules/policies, rules/letters). */
import { stages } from '../core/challenge/concern.ts'
import type { ChallengePolicy } from '../core/challenge/protocol.ts'
import type { ReviewPolicy } from '../core/reviews/following.ts'
import { bands, letterWords, type LetterTemplate } from '../core/reviews/letter.ts'
import { count, date, list, readSourced, record, text, wrong, type Entry } from './ruleForm.ts'

const dated = ['mark', 'validFrom', 'validTo'] as const

function readDated(file: string, keys: readonly string[]): Entry {
  const whole = readSourced(file, [...keys, ...dated])
  for (const key of ['validFrom', 'validTo']) if (whole[key] !== null) date(`${file}: ${key}`, whole[key])
  return whole
}

const reviewDays = [
  'reportBeforeWorkingDays', 'decisionsWorkingDays', 'managerWorkingDays', 'recordWorkingDays', 'distributeWorkingDays', 'adjournmentWorkingDays',
  'midwayAfterFirstWeeks', 'midwayAfterLaterMonths',
] as const satisfies readonly (keyof ReviewPolicy)[]

/** The days after a review. Throws an Error that names the file and what is wrong in it. */
export function readReviewPolicy(file: string): ReviewPolicy {
  const whole = readDated(file, reviewDays)
  return Object.fromEntries(reviewDays.map((key) => [key, count(`${file}: ${key}`, whole[key])])) as unknown as ReviewPolicy
}

/** The protocol of challenge. Throws too when its stages add up to more than the total, or come twice. */
export function readChallengePolicy(file: string): ChallengePolicy {
  const whole = readDated(file, ['informalWorkingDays', 'totalWorkingDays', 'stages'])
  const total = count(`${file}: totalWorkingDays`, whole['totalWorkingDays'])
  const formal = list(`${file}: stages`, whole['stages']).map((entry, i): ChallengePolicy['stages'][number] => {
    const at = `${file}: stage ${i + 1}`
    const raw = record(at, entry, ['stage', 'workingDays'])
    const known = stages.map(({ value }) => value).filter((value) => value !== 'informal')
    const stage = known.find((value) => value === raw['stage'])
    if (stage === undefined) throw wrong(`${at}, stage`, `one of ${known.join(', ')}`, raw['stage'])
    return { stage, workingDays: count(`${at}, workingDays`, raw['workingDays']) }
  })
  if (formal.length === 0) throw new Error(`${file}: stages: there must be at least one`)
  if (new Set(formal.map(({ stage }) => stage)).size < formal.length) throw new Error(`${file}: stages: one comes twice`)
  const sum = formal.reduce((days, { workingDays }) => days + workingDays, 0)
  if (sum > total) throw new Error(`${file}: stages: together ${sum} working days, more than the total of ${total}`)
  return { informalWorkingDays: count(`${file}: informalWorkingDays`, whole['informalWorkingDays']), totalWorkingDays: total, stages: formal }
}

/** The templates of letters after a review: every band once, and no word in braces that the record cannot give. */
export function readReviewLetters(file: string): readonly LetterTemplate[] {
  const templates = list(`${file}: bands`, readSourced(file, ['bands'])['bands']).map((entry, i): LetterTemplate => {
    const at = `${file}: band ${i + 1}`
    const raw = record(at, entry, ['band', 'words', 'fromAge', 'toAge', 'paragraphs'])
    const band = bands.find((one) => one === raw['band'])
    if (band === undefined) throw wrong(`${at}, band`, `one of ${bands.join(', ')}`, raw['band'])
    const paragraphs = list(`${at}, paragraphs`, raw['paragraphs']).map((one) => text(`${at}, paragraphs`, one))
    for (const [, word = ''] of paragraphs.join('\n').matchAll(/\{([^}]*)\}/g)) {
      if (!(letterWords as readonly string[]).includes(word)) throw wrong(`${at}: a word in braces`, `one of ${letterWords.join(', ')}`, word)
    }
    const { fromAge, toAge } = raw
    if (typeof fromAge !== 'number' || typeof toAge !== 'number' || fromAge > toAge) throw wrong(`${at}, fromAge and toAge`, 'ages in whole years', [fromAge, toAge])
    return { band, words: text(`${at}, words`, raw['words']), fromAge, toAge, paragraphs }
  })
  const lacking = bands.filter((band) => templates.filter((one) => one.band === band).length !== 1)
  if (lacking.length > 0) throw new Error(`${file}: bands: must have once each: ${lacking.join(', ')}`)
  return templates
}
