/** Local policy on unusual access: how much of something is unusual. Data of `rules/policies`, each number with its reason. */
import type { Role } from '../../access/roles.ts'

export interface UnusualPolicy {
  /** Roles that are there to look at any child: nothing ties them, and that alone is not unusual. */
  readonly oversee: readonly Role[]
  readonly surname: {
    /** A family name that this many families of children held bear is common: shared by chance. */
    readonly commonFrom: number
  }
  readonly burst: {
    /** Different children within an hour: never fewer than this … */
    readonly atLeast: number
    /** … and this many times the person's own busiest hour of the weeks before. */
    readonly timesUsual: number
  }
  readonly hours: {
    /** Minutes of the day: inside are those from the first to before the last, on working days. */
    readonly from: number
    readonly to: number
    /** The dead of night: from the first in the evening to before the last in the morning. */
    readonly nightFrom: number
    readonly nightTo: number
    /** Who looked out of hours on this many days of the weeks before is used to it. */
    readonly usualDays: number
    /** Different children in one evening that are many, whatever the ties. */
    readonly manyChildren: number
  }
  readonly famous: {
    /** Different people without a tie at one child … */
    readonly people: number
    /** … within this many days. */
    readonly days: number
  }
  readonly refused: {
    /** Within a day: refused looks at this many different children … */
    readonly children: number
    /** … or this many at the same one. */
    readonly sameChild: number
  }
  readonly afterTie: {
    /** A look counts as after a tie for this many days after its end. */
    readonly days: number
    /** An old bookmark is opened once or twice in vain; this often is unusual. */
    readonly refusedLooks: number
  }
  /** How many days before are a person's own usual. */
  readonly usualDays: number
}
