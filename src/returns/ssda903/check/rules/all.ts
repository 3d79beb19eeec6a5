/** Every rule we hold, of every year. */
import type { Rule } from '../rule.ts'
import { childRules } from './children/all.ts'
import { deprivationOfLibertyRules } from './deprivationOfLiberty/all.ts'
import { identityRules } from './identity/all.ts'
import { motherRules } from './mothers/all.ts'
import { previousPermanenceRules } from './previousPermanence/all.ts'
import { pupilNumberRules } from './pupilNumbers/all.ts'
import { socialWorkerRules } from './socialWorkers/all.ts'
import { unaccompaniedRules } from './unaccompanied/all.ts'
import { episodeRules } from './episodes/all.ts'
import { continuityRules } from './continuity/all.ts'
import { endingRules } from './endings/all.ts'
import { lastYearRules } from './lastYear/all.ts'
import { legalStatusRules } from './legalStatus/all.ts'
import { placementChangeRules } from './placementChanges/all.ts'
import { placementTypeRules } from './placementTypes/all.ts'
import { shortBreakRules } from './shortBreaks/all.ts'
import { temporaryPlacementRules } from './temporaryPlacements/all.ts'
import { adoptionRules } from './adoption/all.ts'
import { adoptionDecisionRules } from './adoptionDecisions/all.ts'
import { missingRules } from './missing/all.ts'
import { placementLastYearRules } from './placementLastYear/all.ts'
import { placementRules } from './placements/all.ts'
import { postcodeRules } from './postcodes/all.ts'
import { providerRules } from './providers/all.ts'
import { reviewRules } from './reviews/all.ts'
import { healthRules } from './health/all.ts'
import { careLeaverRules } from './careLeavers/all.ts'

export const rules: readonly Rule[] = [
  ...missingRules, ...placementLastYearRules, ...placementRules, ...postcodeRules, ...providerRules, ...reviewRules,
  ...childRules, ...deprivationOfLibertyRules, ...identityRules, ...motherRules, ...previousPermanenceRules,
  ...pupilNumberRules, ...socialWorkerRules, ...unaccompaniedRules,
  ...episodeRules, ...continuityRules, ...endingRules, ...lastYearRules, ...legalStatusRules, ...placementChangeRules,
  ...placementTypeRules, ...shortBreakRules, ...temporaryPlacementRules,
  ...adoptionRules, ...adoptionDecisionRules, ...healthRules, ...careLeaverRules,
]

/** The rules of a collection year, named by its end: those of the year before, less what ended, with what is new. */
export function rulesOf(year: number): readonly Rule[] {
  return rules.filter(({ years }) => years.from <= year && (years.to === undefined || year <= years.to))
}
