/** Local policy that the work of the day asks for, beside the clocks' own (rules/policies). */
import type { ActionPolicy } from '../core/actions/overdue.ts'
import type { ChallengePolicy } from '../core/challenge/protocol.ts'
import type { ReviewPolicy } from '../core/reviews/following.ts'
import type { LetterTemplate } from '../core/reviews/letter.ts'
import type { SignalPolicy } from '../core/signals/signal.ts'

export interface Policies {
  readonly actions: ActionPolicy
  readonly reviews: ReviewPolicy
  readonly challenge: ChallengePolicy
  readonly signals: SignalPolicy
  /** About how many children aged 0 to 17 live in each authority, by its DfE number. */
  readonly childPopulations: ReadonlyMap<number, number>
  readonly reviewLetters: readonly LetterTemplate[]
}
