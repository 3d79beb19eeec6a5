/** Where children can live: who runs the home, its postcode, its Ofsted number, none of which is anyone's. */
import { happens, oneOf, weighted, whole, type Chance, type Weighted } from './random.ts'
import type { Places } from './benchmarks.ts'

/** A home as the return knows it. */
export interface Dwelling {
  readonly provider: string | null
  readonly postcode: string
  readonly urn: string | null
}

/** What a child may be placed in, before the return's code says how. */
export type DwellingKind =
  | 'foster home' | 'kin' | 'parents' | 'adopters' | "children's home" | 'secure home' | 'supported' | 'school'
  | 'mother and baby' | 'custody' | 'hospital' | 'temporary' | 'unregistered'

/** Where a child comes from and what there is around. */
export interface Neighbourhood {
  readonly places: Places
  /** Which of the home areas is this authority's. */
  readonly area: number
  readonly authority: string
  /** Null for a child who came from abroad alone: no home here, and so no distance from it (rule 406). */
  readonly homePostcode: string | null
}

interface Habit {
  readonly provider: Weighted<string> | null
  /** Weights of the own area, nearby, and far away. */
  readonly where: readonly [number, number, number]
  readonly registered: boolean
}

/** Providers as England 2025 has them; distance so that about 7 in 10 live within 20 miles of home. */
const habits: Readonly<Record<DwellingKind, Habit>> = {
  'foster home': { provider: [['PR1', 50], ['PR4', 42], ['PR5', 7], ['PR2', 1]], where: [35, 45, 20], registered: true },
  kin: { provider: [['PR1', 97], ['PR2', 3]], where: [45, 38, 17], registered: true },
  parents: { provider: [['PR0', 1]], where: [80, 15, 5], registered: false },
  adopters: { provider: [['PR1', 80], ['PR2', 8], ['PR5', 12]], where: [6, 50, 44], registered: true },
  "children's home": { provider: [['PR4', 80], ['PR1', 13], ['PR5', 7]], where: [12, 40, 48], registered: true },
  'secure home': { provider: [['PR2', 80], ['PR4', 20]], where: [0, 20, 80], registered: true },
  supported: { provider: [['PR4', 82], ['PR5', 15], ['PR1', 3]], where: [50, 42, 8], registered: true },
  school: { provider: [['PR4', 70], ['PR5', 30]], where: [0, 20, 80], registered: true },
  'mother and baby': { provider: [['PR4', 85], ['PR5', 15]], where: [5, 60, 35], registered: true },
  custody: { provider: [['PR3', 1]], where: [0, 30, 70], registered: false },
  hospital: { provider: [['PR3', 1]], where: [40, 60, 0], registered: false },
  temporary: { provider: null, where: [50, 50, 0], registered: false },
  unregistered: { provider: null, where: [20, 50, 30], registered: false },
}

/** Homes of carers: an authority's own may live anywhere. */
const families: ReadonlySet<DwellingKind> = new Set(['foster home', 'kin', 'adopters'])

/**
 * A new home of a kind. Own fostering and kinship carers share the authority's number, agencies have theirs, and each
 * children's home its own. Numbers begin with 99, which Ofsted has given nobody.
 */
export function newDwelling(chance: Chance, around: Neighbourhood, kind: DwellingKind): Dwelling {
  const habit = habits[kind]
  const provider = habit.provider === null ? null : weighted(chance, habit.provider)
  return {
    provider,
    postcode: postcode(chance, around, kind, habit, provider),
    urn: habit.registered ? registration(chance, around, kind, provider) : null,
  }
}

function postcode(chance: Chance, around: Neighbourhood, kind: DwellingKind, habit: Habit, provider: string | null): string {
  const { places, area, homePostcode } = around
  if (kind === 'parents' && homePostcode !== null && happens(chance, 0.7)) return homePostcode
  // What the authority itself runs, but for its carers' homes, stands within its border (rule 1015).
  if (provider === 'PR1' && !families.has(kind)) {
    return oneOf(chance, (places.ownHomes[area] ?? places.near).filter((one) => one !== homePostcode))
  }
  const zone = weighted(chance, [['own', habit.where[0]], ['near', habit.where[1]], ['far', habit.where[2]]] as const)
  const pool = zone === 'own' ? (places.homes[area] ?? places.near) : zone === 'near' ? places.near : places.far
  const found = oneOf(chance, pool)
  // Only a child at home with a parent may live where they came from (rule 392d).
  return found === homePostcode && kind !== 'parents' ? oneOf(chance, places.near) : found
}

function registration(chance: Chance, around: Neighbourhood, kind: DwellingKind, provider: string | null): string {
  const own = Number(around.authority.slice(-3)) * 10
  if (kind === 'adopters') return 'XXXXXXX'
  if (kind === 'kin' || (kind === 'foster home' && provider === 'PR1')) return `99${String(own).padStart(5, '0')}`
  if (kind === 'foster home') return `99${String(20000 + whole(chance, 1, 24)).padStart(5, '0')}`
  return `99${String(30000 + whole(chance, 1, 900)).padStart(5, '0')}`
}

/** A postcode the child came from, in the authority's own area. */
export function homePostcode(chance: Chance, places: Places, area: number): string {
  return oneOf(chance, places.homes[area] ?? places.near)
}
