/** A child's family: the genogram, the ecomap, and everything in them as tables. */
import type { FamilyPage } from '../../../app/family.ts'
import { ecomapTieType, familyConferenceType, familyTimeType, siblingAssessmentType } from '../../../core/family/records.ts'
import { relationWords, siblingsOf, type Family, type FamilyLink } from '../../../core/family/familyTree.ts'
import { genogramOf } from '../../../core/family/genogram.ts'
import { choiceWords, shown, type ShownField } from '../../../core/records/shown.ts'
import type { Held, RecordType } from '../../../core/records/recordType.ts'
import { ageOn, type LocalDate } from '../../../core/time/localDate.ts'
import type { ChildHeadModel } from '../../childHead.ts'
import { drawEcomap } from '../../family/ecomapSvg.ts'
import { drawGenogram } from '../../family/genogramSvg.ts'
import { ageWords, counted } from '../../words/counts.ts'
import { longDate } from '../../words/dates.ts'

interface Shown {
  readonly title: string
  readonly fields: readonly ShownField[]
  readonly changeHref: string | null
}

export interface FamilyModel {
  readonly genogram: string | null
  readonly people: readonly { readonly name: string; readonly relation: string; readonly age: string; readonly responsibility: string; readonly href: string | null }[]
  readonly links: readonly { readonly words: string; readonly when: string; readonly endHref: string | null }[]
  readonly siblings: readonly string[]
  readonly ecomap: string | null
  readonly ties: readonly { readonly who: string; readonly kind: string; readonly strength: string; readonly words: string | null; readonly href: string | null }[]
  readonly assessments: readonly Shown[]
  readonly conferences: readonly Shown[]
  readonly times: readonly Shown[]
  readonly mayRecord: boolean
}

/** What the page shows. */
export function familyModel(page: FamilyPage, head: ChildHeadModel, today: LocalDate, mayRecord: boolean): FamilyModel {
  const { family, ties } = page
  const others = family.members.filter(({ id }) => id !== family.childId)
  const nameOf = (id: string): string => family.members.find((one) => one.id === id)?.name ?? ''
  const siblings = siblingsOf(family).map(nameOf)
  const records = (all: readonly Held[], type: RecordType, word: string, title: (one: Held) => string): readonly Shown[] => all.map((one) => ({
    title: title(one), fields: shown(type, one.values, () => undefined), changeHref: mayRecord ? `${head.href}/family/${word}/${one.recordId}` : null,
  }))
  return {
    mayRecord, siblings,
    genogram: others.length === 0 ? null : drawGenogram(genogramOf(family), {
      childId: family.childId, asAt: today,
      words: `Child ${head.code} and ${counted(others.length, 'person', 'people')} of the family. The table after it says the same.`,
    }),
    people: others.map((one) => ({
      name: one.name, relation: begun(relationWords(family, one.id)),
      age: one.diedOn !== null ? `Died ${longDate(one.diedOn)}` : one.bornOn === null ? 'Not written down' : ageWords(ageOn(one.bornOn, today)),
      responsibility: responsibility(family, one.id), href: one.kind === 'child' ? `/children/${one.id}` : null,
    })),
    links: family.links.map((link) => ({
      words: linkWords(link, nameOf), when: link.to === null ? (link.from === null ? 'Goes on' : `Since ${longDate(link.from)}`) : `Until ${longDate(link.to)}`,
      endHref: mayRecord && link.to === null ? `${head.href}/family/links/${link.linkId}/end` : null,
    })),
    ecomap: ties.length === 0 ? null : drawEcomap(`Child ${head.code}`, ties.map(({ values }) => values),
      `${counted(ties.length, 'tie')} around the child. The table after it says the same.`),
    ties: ties.map(({ recordId, values }) => ({
      who: values.who, kind: choiceWords(ecomapTieType.fields.kind, values.kind), strength: choiceWords(ecomapTieType.fields.strength, values.strength),
      words: values.words, href: mayRecord ? `${head.href}/family/ecomap/${recordId}` : null,
    })),
    assessments: records(page.assessments, siblingAssessmentType, 'brothers-and-sisters', () => 'Together or apart'),
    conferences: records(page.conferences, familyConferenceType, 'conferences', () => 'Family group conference'),
    times: records(page.times, familyTimeType, 'time', (one) => `With ${String(one.values['who'] ?? '')}`),
  }
}

/** Whether somebody has parental responsibility for the child, from when. */
function responsibility({ childId, links }: Family, id: string): string {
  const link = links.find(({ a, b, parentalResponsibility }) => parentalResponsibility && ((a === id && b === childId) || (b === id && a === childId)))
  if (link === undefined) return 'No, or not written down'
  return link.to === null ? (link.from === null ? 'Yes' : `Yes, since ${longDate(link.from)}`) : `Until ${longDate(link.to)}`
}

/** As a cell of a table begins. */
const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function linkWords({ kind, a, b, words }: FamilyLink, nameOf: (id: string) => string): string {
  const between = { parent: 'is a parent of', partner: 'is the partner of', sibling: 'is brother or sister of', household: 'lives with', relative: 'is family or a friend of' }[kind]
  return `${nameOf(a)} ${between} ${nameOf(b)}${words === null ? '' : ` (${words})`}`
}
