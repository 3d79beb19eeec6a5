/** Every measure, in the order it is shown. */
import { adoptionStages } from './adoptionStages.ts'
import { ceased } from './ceased.ts'
import { childrenInCare } from './childrenInCare.ts'
import { longTermStability } from './longTermStability.ts'
import type { Measure } from './measure.ts'
import { reviewsOnTime } from './reviewsOnTime.ts'
import { started } from './started.ts'
import { threeOrMoreHomes } from './threeOrMoreHomes.ts'
import { unaccompanied } from './unaccompanied.ts'
import { underFour } from './underFour.ts'

export const allMeasures: readonly Measure[] = [
  childrenInCare, started, ceased, underFour, unaccompanied, threeOrMoreHomes, longTermStability, reviewsOnTime,
  ...adoptionStages,
]
