/** The council's social workers: posts in teams, the people who hold them one after another, and whose child it is. */
import { addDays, birthday, isoDate, later, type LocalDate } from '../core/time/localDate.ts'
import type { Values } from './life.ts'
import { oneOf, spread, stream, weighted, whole, type Chance } from './random.ts'
import type { StayPlan } from './stayPlan.ts'

export const teams = [
  'Assessment', 'Court Team', 'Children in Care 1', 'Children in Care 2', 'Adoption and Permanence',
  'Unaccompanied Young People', "Disabled Children's", 'Young People 16+',
] as const
export type Team = (typeof teams)[number]

/** One person in one post, from a day until the next holder's. */
export interface Holder {
  readonly id: string
  readonly name: string
  readonly team: Team
  readonly from: LocalDate
}

export interface Register {
  /** Holders of one of a team's posts, earliest first. */
  post(team: Team, number: number): readonly Holder[]
  posts(team: Team): number
  /** Everybody who had begun by a day, team by team: the council's own list. */
  workers(lastDay: LocalDate): readonly Holder[]
}

/** Social worker episodes are collected from 1 April 2023; posts are known a while before, until well after any demo. */
const known = { from: isoDate('2022-04-01'), to: isoDate('2032-03-31') }

/** Posts of each team in a hundred. */
const shares: Readonly<Record<Team, number>> = {
  Assessment: 12, 'Court Team': 18, 'Children in Care 1': 21, 'Children in Care 2': 21, 'Adoption and Permanence': 7,
  'Unaccompanied Young People': 8, "Disabled Children's": 4, 'Young People 16+': 9,
}

const givenNames = [
  'Abena', 'Aileen', 'Amir', 'Anita', 'Asha', 'Beatrice', 'Callum', 'Carys', 'Chidi', 'Clara', 'Daniel', 'Deepa',
  'Ebony', 'Elif', 'Esther', 'Farah', 'Femi', 'Gareth', 'Grace', 'Hannah', 'Ifeoma', 'Imran', 'Jasmine', 'Joanna',
  'Kemi', 'Kieran', 'Leila', 'Marcus', 'Maya', 'Nadia', 'Nathan', 'Olu', 'Priya', 'Rachel', 'Rosa', 'Samir', 'Sofia',
  'Tomasz', 'Wendy', 'Yasmin',
] as const
const familyNames = [
  'Adeyemi', 'Aldous', 'Bamford', 'Begum', 'Brightwell', 'Carrow', 'Chaudry', 'Danso', 'Ellery', 'Fairclough', 'Gilroy',
  'Hartnell', 'Ibekwe', 'Jessop', 'Kapadia', 'Kowal', 'Larkham', 'Mensah', 'Merrick', 'Nwosu', 'Okafor', 'Oxley',
  'Pellow', 'Quartey', 'Rahman', 'Redfern', 'Sandhu', 'Selby', 'Tamworth', 'Thirlby', 'Uddin', 'Varley', 'Wetherell',
  'Yeboah', 'Zaman',
] as const

/** The register of an authority. Numbers have seven digits, which Social Work England has given nobody. */
export function workerRegister(seed: string, authority: string, inCare: number): Register {
  const total = Math.max(teams.length, Math.ceil(inCare / 13))
  const posts = (team: Team): number => Math.max(1, Math.round((total * shares[team]) / 100))
  const made = new Map<string, readonly Holder[]>()
  const post = (team: Team, number: number): readonly Holder[] => {
    const name = `${team} ${number}`
    let holders = made.get(name)
    if (holders === undefined) {
      holders = holdersOf(stream(seed, authority, 'post', name), team, teams.indexOf(team) * 10000 + number * 40)
      made.set(name, holders)
    }
    return holders
  }
  return {
    post,
    posts,
    workers: (lastDay) =>
      teams.flatMap((team) =>
        Array.from({ length: posts(team) }, (_, number) => post(team, number).filter(({ from }) => from <= lastDay)).flat(),
      ),
  }
}

/** About a fifth of children's social workers leave a post in a year, agency workers sooner. */
function holdersOf(chance: Chance, team: Team, first: number): readonly Holder[] {
  const holders: Holder[] = []
  for (let from = addDays(known.from, -whole(chance, 0, 400)), n = first; from < known.to && n < first + 40; n += 1) {
    const name = `${oneOf(chance, givenNames)} ${oneOf(chance, familyNames)}`
    holders.push({ id: `SW${9900000 + n}`, name, team, from })
    from = addDays(from, Math.max(90, spread(chance, weighted(chance, [[900, 65], [260, 35]] as const), 0.6)))
  }
  return holders
}

/** The child's social workers over a stay, where known. The next begins on the day the last ends. */
export function workersOf(
  chance: Chance,
  register: Register,
  child: { readonly plan: StayPlan; readonly bornOn: LocalDate; readonly disabled: boolean; readonly after: LocalDate },
): readonly Values<'social_worker_episode'>[] {
  const { plan } = child
  if (plan.to < addDays(known.from, 365)) return []
  const rows: Values<'social_worker_episode'>[] = []
  const stints = teamsOf(chance, child)
  stints.forEach((stint, i) => {
    const until = stints[i + 1]?.from ?? plan.to
    const holders = register.post(stint.team, whole(chance, 0, register.posts(stint.team) - 1))
    holders.forEach((holder, h) => {
      const from = later(stint.from, holder.from)
      const next = holders[h + 1]?.from
      const to = next !== undefined && next < until ? next : until
      // Stints before the register begins belong to its first holder.
      const startedOn = h === 0 && stint.from < holder.from ? stint.from : from
      if (to <= addDays(startedOn, 1)) return
      const reason = rows.length === 0 ? 'FCONTA' : startedOn === stint.from ? 'TSPROC'
        : weighted(chance, [['LEFTRL', 62], ['MANAGE', 14], ['ABSENC', 10], ['ORGRST', 8], ['OTHERS', 6]] as const)
      const previous = rows.at(-1)
      rows.push({ worker: holder.id, startedOn: previous?.endedOn ?? startedOn, endedOn: to, reason })
    })
  })
  return rows
}

/** Which team has the child from when: assessment, court, adoption, care, sixteen and over. */
function teamsOf(
  chance: Chance,
  child: { readonly plan: StayPlan; readonly bornOn: LocalDate; readonly disabled: boolean; readonly after: LocalDate },
): readonly { readonly from: LocalDate; readonly team: Team }[] {
  const { plan, bornOn } = child
  const known = later(later(addDays(plan.from, -whole(chance, 0, 30)), bornOn), addDays(child.after, 1))
  const care: Team = chance.next() < 0.5 ? 'Children in Care 1' : 'Children in Care 2'
  const handover = addDays(plan.from, whole(chance, 25, 55))
  const stints: { from: LocalDate; team: Team }[] = [{ from: known, team: plan.fromAbroad ? 'Unaccompanied Young People' : 'Assessment' }]
  const then = (from: LocalDate, team: Team): void => {
    const last = stints.at(-1)
    if (last !== undefined && last.team !== team && from > addDays(last.from, 7) && from < addDays(plan.to, -7)) stints.push({ from, team })
  }
  if (child.disabled) then(handover, "Disabled Children's")
  else if (!plan.fromAbroad) {
    then(handover, plan.finalOrder === null ? care : 'Court Team')
    if (plan.adoption !== null) then(addDays(plan.adoption.decidedOn, 14), 'Adoption and Permanence')
    if (plan.finalOrder !== null && plan.adoption === null) then(addDays(plan.finalOrder, whole(chance, 14, 40)), care)
    const reversed = plan.adoption?.reversedOn ?? null
    if (reversed !== null) then(addDays(reversed, 30), care)
    then(addDays(birthday(bornOn, 16), whole(chance, 30, 300)), 'Young People 16+')
  }
  return stints
}
