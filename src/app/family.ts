/** A child's family: who they are, how they stand to one another, brothers and sisters, conferences, family time, the ecomap. */
import {
  ecomapTieType, familyConferenceType, familyTimeType, relativeForm, siblingAssessmentType,
} from '../core/family/records.ts'
import { siblingsOf, type Family, type FamilyLink, type LinkKind } from '../core/family/familyTree.ts'
import { added, revised, type Held, type RecordType, type ValuesOf } from '../core/records/recordType.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

/** Family records in the store. */
export interface Families {
  of(childId: string): Promise<Family>
  addRelative(childId: string, relative: {
    readonly personId: string
    readonly name: string
    readonly sex: 'female' | 'male' | null
    readonly bornOn: LocalDate | null
    readonly diedOn: LocalDate | null
    readonly postcode: string | null
    readonly link: { readonly kind: Exclude<LinkKind, 'partner'>; readonly words: string | null; readonly parentalResponsibility: boolean; readonly from: LocalDate | null }
  }): Promise<void>
  addLink(childId: string, link: Omit<FamilyLink, 'linkId' | 'to'>): Promise<void>
  /** Ends a link; false when there is none that goes on. */
  endLink(childId: string, linkId: string, on: LocalDate): Promise<boolean>
}

export interface FamilyPage {
  readonly family: Family
  readonly assessments: readonly Held<typeof siblingAssessmentType>[]
  readonly conferences: readonly Held<typeof familyConferenceType>[]
  readonly times: readonly Held<typeof familyTimeType>[]
  readonly ties: readonly Held<typeof ecomapTieType>[]
}

/**
 * The family with every brother and sister in care whom the reader may see besides. The request itself reaches only the one
 * child that its address names; a reader who broke the glass reaches no other.
 */
async function familyOf(work: Work, childId: string): Promise<Family> {
  const wide = await work.within(['see', 'child overview'], () => work.families.of(childId))
  return wide.members.some(({ id }) => id === childId) ? wide : work.families.of(childId)
}

/** All that is held about the family of a child that the request reaches. */
export async function familyPage(work: Work, childId: string): Promise<FamilyPage> {
  const newest = <T extends { readonly firstRecordedAt: string }>(all: readonly T[]): readonly T[] => all.toReversed()
  return {
    family: await familyOf(work, childId),
    assessments: newest(await work.records.find([siblingAssessmentType], { childId })),
    conferences: newest(await work.records.find([familyConferenceType], { childId })),
    times: newest(await work.records.find([familyTimeType], { childId })),
    ties: await work.records.find([ecomapTieType], { childId }),
  }
}

/** Adds somebody of the family. */
export async function addRelative(work: Work, childId: string, values: ValuesOf<typeof relativeForm>): Promise<void> {
  work.allow('record', 'family')
  const { name, sex, relation, words, parentalResponsibility, bornOn, diedOn, postcode, from } = values
  await work.families.addRelative(childId, {
    personId: work.records.newId(), name, sex, bornOn, diedOn, postcode: postcode?.toUpperCase() ?? null,
    link: { kind: relation, words, parentalResponsibility: parentalResponsibility ?? false, from },
  })
}

/**
 * Says how two of the child's family stand to one another, or that another child the authority knows is of the family.
 * Gives what is wrong when one of them is not of this family.
 */
export async function relate(work: Work, childId: string, link: { readonly kind: LinkKind; readonly a: string; readonly b: string }): Promise<string | undefined> {
  work.allow('record', 'family')
  const { members } = await familyOf(work, childId)
  const known = new Set(members.map(({ id }) => id))
  if (link.a === link.b) return 'Choose two different people'
  if (!known.has(link.a) || !known.has(link.b)) return 'Choose people of this family'
  await work.families.addLink(childId, { ...link, words: null, parentalResponsibility: false, from: null })
  return undefined
}

/** Says that another child in care, by code, is a brother or sister. Gives what is wrong when there is no such child in reach. */
export async function addSiblingInCare(work: Work, childId: string, code: string): Promise<string | undefined> {
  work.allow('record', 'family')
  const sibling = await work.within(['see', 'child overview'], () => work.children.byCode(code))
  if (sibling === undefined || sibling === childId) return 'There is no other child of that number whom you work with'
  if (siblingsOf(await familyOf(work, childId)).includes(sibling)) return 'They are already shown as brother or sister'
  await work.families.addLink(childId, { kind: 'sibling', a: childId, b: sibling, words: null, parentalResponsibility: false, from: null })
  return undefined
}

/** Ends a link as from a day. */
export function endLink(work: Work, childId: string, linkId: string, on: LocalDate): Promise<boolean> {
  work.allow('change', 'family')
  return work.families.endLink(childId, linkId, on)
}

/** Writes down one of the family's records. */
export async function writeFamilyRecord<T extends RecordType>(work: Work, type: T, childId: string, values: ValuesOf<T>): Promise<void> {
  work.allow('record', 'family')
  await work.records.apply([added(type, work.records.newId(), { childId }, values)])
}

/** Changes one of the family's records. Throws RecordConflict when somebody else changed it meanwhile. */
export async function changeFamilyRecord<T extends RecordType>(work: Work, type: T, held: Held<T>, values: ValuesOf<T>): Promise<void> {
  work.allow('change', 'family')
  await work.records.apply([revised(type, held, values)])
}
