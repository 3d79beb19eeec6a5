/**
 * From what an authority returned of a child to what it means: periods of care, homes, legal spells, absences.
 *
 * Where each rule is settled: how episodes join (chain.ts), where a period starts and ends (periods.ts), what is a move
 * (moves.ts), what a home and an absence are (homes.ts). Whatever the episodes hold, the result is well formed: spans are
 * sorted, hold at least a day, do not overlap and lie inside their period, and homes and legal spells fill it.
 */
import type { ChildFacts } from '../facts/factTypes.ts'
import type { CareHistory, HistoryDoubt, Home, LegalSpell, PeriodOfCare, TemporaryAbsence } from './careHistory.ts'
import { chainEpisodes } from './chain.ts'
import { noDateOfBirth, type Doubts } from './doubts.ts'
import { deriveHomes } from './homes.ts'
import { deriveLegalSpells } from './legalSpells.ts'
import { dividePeriods } from './periods.ts'

/**
 * Derives a child's care history. Never fails: what does not fit is among the doubts, in order of the day it is about.
 *
 * A series of short breaks is listed among the periods, so that a person sees it, but has no homes, legal spells or
 * absences: nothing of it can then be counted as care, or as a move, by mistake.
 */
export function deriveHistory(facts: ChildFacts): CareHistory {
  const doubts: Doubts = []
  const periods: PeriodOfCare[] = []
  const homes: Home[] = []
  const legalSpells: LegalSpell[] = []
  const absences: TemporaryAbsence[] = []

  const bornOn = facts.child_details[0]?.bornOn ?? null
  if (bornOn === null) noDateOfBirth(doubts)

  for (const { period, stretches } of dividePeriods(chainEpisodes(facts.episode, doubts), doubts)) {
    periods.push(period)
    if (period.kind === 'short breaks') continue
    deriveHomes(period.number, stretches, homes, absences, doubts)
    deriveLegalSpells(period.number, stretches, legalSpells)
  }
  if (doubts.length > 1) doubts.sort(byDay)
  return { facts, bornOn, periods, homes, legalSpells, absences, doubts }
}

/** Doubts about no day in particular come first. */
const byDay = (a: HistoryDoubt, b: HistoryDoubt): number => (a.on ?? -Infinity) - (b.on ?? -Infinity) || 0
