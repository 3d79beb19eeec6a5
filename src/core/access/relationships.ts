/**
 * How a person stands to a child: access follows the child's allocation and the function, not the job title alone
 * (domain part 4).
 *
 * A tie is held in a role. A virtual school's tie to every child in care must not open those children's records to the
 * same person as somebody's social worker, so `as` is part of the tie and the table is asked with both.
 */
import { contains, type Interval } from '../time/interval.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { Role } from './roles.ts'

/** Ways to stand to a child, or for a household's record to the household; `none` is held by everyone. */
export const relationships = [
  'allocated', 'deputy', 'team', 'service', 'reviewing', 'panel', 'referred', 'own', 'none',
] as const
export type Relationship = (typeof relationships)[number]

/** What each relationship says, in words. */
export const relationshipWords: Readonly<Record<Relationship, string>> = {
  allocated: 'the child (or the carers’ household) is allocated to them in this role; a decision maker: is put before them for a decision',
  deputy: 'on these days they stand in for the person who has the tie, in a role they hold themselves',
  team: 'the child is allocated to the team they manage',
  service: 'the child is in their service, or in the cohort their service answers for (virtual school, health)',
  reviewing: 'they are the child’s independent reviewing officer',
  panel: 'the child is on the list of a panel they serve',
  referred: 'the child is referred to their regional agency, and not withdrawn; a household: it is linked with such a child',
  own: 'they are the child, or a parent or carer of the child, and no worker',
  none: 'nothing ties them to the child',
}

/** A tie to one child or household, from a day to a day, in one role. */
export interface Tie extends Interval {
  readonly relationship: Exclude<Relationship, 'none'>
  readonly as: Role
}

/** The ties that hold on a day. */
export function tiesInForce(ties: readonly Tie[], on: LocalDate): readonly Tie[] {
  return ties.filter((tie) => contains(tie, on))
}
