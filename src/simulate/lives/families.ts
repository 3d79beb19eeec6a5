/**
 * Families for about a third of the children: parents, grandparents, brothers and sisters, time together. Groups of brothers
 * and sisters are made among children of the borough who could be: alike in what the return says of their ethnicity, with
 * ages that one mother can have, who came into care about the same time. Names are made up from two lists; nobody bears them.
 */
import { ecomapTieType, familyConferenceType, familyTimeType, siblingAssessmentType } from '../../core/family/records.ts'
import type { LinkKind } from '../../core/family/familyTree.ts'
import { added } from '../../core/records/recordType.ts'
import { addDays, addMonths, earlier, later, type LocalDate } from '../../core/time/localDate.ts'
import type { ChildInCare } from '../../core/standing/childInCare.ts'
import { happens, oneOf, stream, whole, type Chance } from '../random.ts'
import { ageBand, chanceOf, daysBack, weekdayBy, type Authored, type Hands, type Setting } from './known.ts'

export interface RelativeTold {
  readonly personId: string
  readonly name: string
  readonly sex: 'female' | 'male'
  readonly bornOn: LocalDate
}

export interface LinkTold {
  readonly kind: Exclude<LinkKind, 'declared'>
  readonly a: string
  readonly b: string
  readonly words: string | null
  readonly parentalResponsibility: boolean
}

export interface FamilyTold {
  readonly relatives: readonly RelativeTold[]
  readonly links: readonly LinkTold[]
}

const women = ['Alys', 'Bea', 'Corin', 'Delphie', 'Esme', 'Fenna', 'Ginnie', 'Hesper', 'Ilse', 'Junia', 'Kerra', 'Linnet', 'Merle', 'Nola', 'Orla', 'Petra', 'Rue', 'Sorrel', 'Tansy', 'Una'] as const
const men = ['Alder', 'Bram', 'Corey', 'Denzel', 'Emlyn', 'Finn', 'Garrick', 'Hollis', 'Ivo', 'Jory', 'Kit', 'Lorne', 'Merrick', 'Ned', 'Osric', 'Perrin', 'Rafe', 'Silas', 'Tobin', 'Wilf'] as const
const surnames = ['Ashlark', 'Brambleway', 'Cloverley', 'Dunmere', 'Eastwater', 'Fallowden', 'Greenhythe', 'Hollowell', 'Inglefield', 'Larkmead', 'Millbeck', 'Netherby', 'Oakhanger', 'Pennywell', 'Quillfeather', 'Rushbrook', 'Saltmarsh', 'Thornwick', 'Underhay', 'Windrush'] as const

/** Children who are brothers and sisters here, eldest first; each child in one group at most. */
export function siblingGroups(children: readonly ChildInCare[], seed: string): readonly (readonly ChildInCare[])[] {
  const groups: (readonly ChildInCare[])[] = []
  const taken = new Set<string>()
  for (const child of children) {
    const chance = stream(seed, child.code, 'lives', 'siblings')
    if (taken.has(child.childId) || child.unaccompanied || !happens(chance, 0.14)) continue
    const near = children.filter((other) => other.childId !== child.childId && !taken.has(other.childId) && couldBe(child, other))
    const group = [child]
    for (const other of near) {
      if (group.length < 3 && group.every((one) => couldBe(one, other))) group.push(other)
    }
    if (group.length < 2) continue
    for (const { childId } of group) taken.add(childId)
    groups.push(group.toSorted((a, b) => a.bornOn - b.bornOn))
  }
  return groups
}

const couldBe = (a: ChildInCare, b: ChildInCare): boolean =>
  !b.unaccompanied && a.ethnicity === b.ethnicity && Math.abs(a.inCareSince - b.inCareSince) < 240
  && Math.abs(a.bornOn - b.bornOn) > 330 && Math.abs(a.bornOn - b.bornOn) < 10 * 365

/** Parents and grandmother of one child or of a group, and how all of them stand to one another. */
export function familyTold(group: readonly ChildInCare[], at: Setting): FamilyTold {
  const [eldest] = group
  if (eldest === undefined) return { relatives: [], links: [] }
  const chance = chanceOf(at, eldest, 'family')
  const surname = oneOf(chance, surnames)
  const someone = (sex: 'female' | 'male', bornOn: LocalDate, family = surname): RelativeTold =>
    ({ personId: at.newId(), name: `${oneOf(chance, sex === 'female' ? women : men)} ${family}`, sex, bornOn })
  const mother = someone('female', addDays(eldest.bornOn, -whole(chance, 18 * 365, 31 * 365)))
  const father = happens(chance, 0.75) ? someone('male', addDays(eldest.bornOn, -whole(chance, 19 * 365, 38 * 365)), oneOf(chance, surnames)) : null
  const grandmother = happens(chance, 0.7) ? someone('female', addDays(mother.bornOn, -whole(chance, 19 * 365, 33 * 365))) : null
  const aunt = happens(chance, 0.35) ? someone('female', addDays(mother.bornOn, whole(chance, 400, 2500))) : null
  const of = (kind: LinkTold['kind'], a: string, b: string, words: string | null, parentalResponsibility = false): LinkTold => ({ kind, a, b, words, parentalResponsibility })
  const holds = happens(chance, 0.6)
  return {
    relatives: [mother, father, grandmother, aunt].filter((one) => one !== null),
    links: [
      ...group.flatMap(({ childId }) => [
        of('parent', mother.personId, childId, 'mother', true), ...(father === null ? [] : [of('parent', father.personId, childId, 'father', holds)]),
        ...(aunt === null ? [] : [of('relative', aunt.personId, childId, 'maternal aunt')]),
      ]),
      ...(grandmother === null ? [] : [of('parent', grandmother.personId, mother.personId, 'mother')]),
      ...(father !== null && happens(chance, 0.3) ? [of('partner', mother.personId, father.personId, null)] : []),
      ...group.flatMap((one, i) => group.slice(i + 1).map((other) => of('sibling', one.childId, other.childId, null))),
    ],
  }
}

/** What is written about one child's family. */
export function familyRecords(child: ChildInCare, group: readonly ChildInCare[], { worker }: Hands, at: Setting): readonly Authored[] {
  const chance = chanceOf(at, child, 'family records')
  const by = worker.personId
  const of = { childId: child.childId }
  const age = ageBand(child.bornOn, at.today)
  const written: Authored[] = [...timesTold(chance, child, by, at)]
  if (group.length > 1 && happens(chance, 0.6)) {
    const planned = happens(chance, 0.7)
    written.push({ by, change: added(siblingAssessmentType, at.newId(), of, {
      assessedOn: daysBack(chance, at.today, 20, 240, child.inCareSince), group: group.length === 2 ? 'Both children of this mother in care here' : 'All three children of this mother in care here',
      bond: 'They look for one another in a full room. The eldest still cuts up the youngest’s food. They quarrel loudly and make up within minutes.',
      childsView: age === 'baby' ? 'Not known yet; lights up when the others come in.' : '“I want to live with them, or next door.”', decision: 'apart',
      why: 'No home was found for all of them; each is settled now, and moving one would cost that child the school.',
      time: planned ? 'Every second Saturday at the grandmother’s, birthdays and holidays together; the carers bring them.' : null, reviewOn: addMonths(at.today, whole(chance, 1, 6)),
    }) })
  }
  if (happens(chance, 0.4)) {
    const offeredOn = daysBack(chance, at.today, 30, 300, child.inCareSince)
    const held = happens(chance, 0.6)
    written.push({ by, change: added(familyConferenceType, at.newId(), of, {
      offeredOn, outcome: held ? 'held' : oneOf(chance, ['declined', 'waiting'] as const), heldOn: held ? later(offeredOn, earlier(at.today, weekdayBy(addDays(offeredOn, 28)))) : null,
      familyPlan: held ? 'Nan has the children at weekends, Aunt takes the school run on Mondays, and we ring each other before anybody rings the council.' : null,
      agreed: held ? 'in part' : null, why: held ? 'The Monday school run is agreed; weekends wait for the assessment.' : null,
    }) })
  }
  if (age !== 'baby' && happens(chance, 0.5)) {
    const ties = [['Nan', 'family', 'strong', '“She knows everything.”'], ['Football on Saturdays', 'club', 'strong', null], ['School', 'school', 'good', '“Mostly fine.”'], ['Dad', 'family', 'hard', '“It depends.”'], ['The dog', 'other', 'strong', null]] as const
    for (const [who, kind, strength, words] of ties.slice(0, whole(chance, 2, 5))) written.push({ by, change: added(ecomapTieType, at.newId(), of, { who, kind, strength, words }) })
  }
  return written
}

function timesTold(chance: Chance, child: ChildInCare, by: string, at: Setting): readonly Authored[] {
  if (child.placementType === 'P1' || happens(chance, 0.25)) return []
  const from = daysBack(chance, at.today, 30, 400, child.inCareSince)
  const supervised = child.legalStatus === 'C1' ? 'supervised' as const : oneOf(chance, ['no', 'supported'] as const)
  return [{ by, change: added(familyTimeType, at.newId(), { childId: child.childId }, {
    who: 'Mother', how: 'in person', often: supervised === 'supervised' ? 'Three times a week, two hours' : 'Once a fortnight, an afternoon', where: supervised === 'supervised' ? 'The family centre' : 'The park, or Nan’s when it rains',
    supervised, basis: child.legalStatus === 'C1' ? 'order' : 'agreement', from, reviewOn: addMonths(at.today, whole(chance, -1, 5)),
    childsView: ageBand(child.bornOn, at.today) === 'baby' ? null : '“The park is better than the room.”', state: 'stands',
  }) }]
}
