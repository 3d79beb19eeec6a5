/** What the blocks of the access table say alike: how a person stands to a child, and what everybody who works here may do. */
import { allow } from '../grants.ts'
import { relationships, type Relationship } from '../relationships.ts'
import { resources, type Resource } from '../resources.ts'

// How the person stands to the child. Standing in for somebody counts wherever the work can be handed over.
export const theirs: readonly Relationship[] = ['allocated', 'deputy']
export const theirTeam: readonly Relationship[] = ['team', 'deputy']
export const theirService: readonly Relationship[] = ['service', 'deputy']
export const theirReviews: readonly Relationship[] = ['reviewing', 'deputy']
export const theirPanel: readonly Relationship[] = ['panel']
export const panelOrCover: readonly Relationship[] = ['panel', 'deputy']
export const referred: readonly Relationship[] = ['referred', 'deputy']
export const anyChild = relationships

/** For everybody who works here, however they stand to a child. */
export const everyWorker = [
  allow(['see', 'record', 'change'], ['saved views'], anyChild, 'ours: a person’s own saved filters'),
  allow(['see', 'record'], ['declared ties'], anyChild, 'ours: declares whose records they must not open'),
] as const
/** For whoever is measured. */
export const figures = allow(['see'], ['figures'], anyChild, 'ours: whoever is measured by a figure may read it')
export const writing = ['record', 'change', 'decide'] as const
/** Every kind of record but these. */
export const allBut = (...kept: readonly Resource[]): readonly Resource[] => resources.filter((one) => !kept.includes(one))
