/** Everything on the page of a child's permanence plan, for one reader, now or as it was known at an earlier moment. */
import { actionType, type Action } from '../core/actions/action.ts'
import { dimensionsType, type Dimensions } from '../core/plan/dimensions.ts'
import { lineType, type Line } from '../core/plan/line.ts'
import { optionType, type Option } from '../core/plan/option.ts'
import { planType, type Plan } from '../core/plan/plan.ts'
import { authorsOf, isAfter, lackingIn, remindersOn, summaryOf, type PlanSummary } from '../core/plan/state.ts'
import { toldType, type Told } from '../core/plan/told.ts'
import { planHeld, type PlanHeld } from './plan.ts'
import type { Work } from './work.ts'

export interface PlanPage extends PlanHeld {
  readonly kind: 'plan'
  readonly options: readonly Option[]
  readonly told: readonly Told[]
  readonly dimensions: Dimensions | undefined
  /** Of the lines, open ones first; null for a reader who may not see actions. */
  readonly tasks: readonly Action[] | null
  readonly summary: PlanSummary
  /** What keeps it from being authorised; empty once it is. */
  readonly lacking: readonly string[]
  readonly reminders: readonly string[]
  /** Versions of the plan and of its lines up to the moment shown, newest first; none for who sees only what was authorised. */
  readonly versions: { readonly plan: readonly Plan[]; readonly lines: readonly Line[] }
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>
  readonly may: { readonly change: boolean; readonly decide: MayDecide; readonly tasks: boolean }
  /** The reader may not see a draft: what is shown is the plan as it was last authorised. */
  readonly authorisedOnly: boolean
}

/** Whether a person may authorise the plan or send it back: they could, but wrote part of it; or not at all. */
export type MayDecide = 'yes' | 'wrote it' | 'no'

/** No plan that this reader may see. */
export interface NoPlan {
  readonly kind: 'none'
  readonly mayBegin: boolean
}

/**
 * The plan of a child. Who may not see a draft gets the plan as it was when it was last authorised. `knownAt` (an instant)
 * gives it as it was known then, and then nothing can be changed.
 */
export async function planPage(work: Work, childId: string, knownAt: string | null): Promise<PlanPage | NoPlan> {
  const sees = (await work.decide(childId, 'see', 'plan draft')).kind === 'allow'
  const mayChange = knownAt === null && (await work.decide(childId, 'change', 'plan draft')).kind === 'allow'
  const shown = await planShown(work, childId, sees, knownAt)
  if (shown === undefined) return { kind: 'none', mayBegin: mayChange }
  const { plan, lines, versions, moment } = shown
  const of = { partOf: plan.recordId, ...(moment === null ? {} : { knownAt: moment }) }
  const lineVersions: Line[] = []
  if (sees) for (const line of lines) lineVersions.push(...await work.records.versions(lineType, line.recordId))
  const options = await work.records.find([optionType], of)
  const told = (await work.records.find([toldType], of)).toSorted((a, b) => a.values.toldOn - b.values.toldOn)
  const seesTasks = (await work.decide(childId, 'see', 'actions')).kind === 'allow'
  return {
    kind: 'plan', plan, lines, options, told,
    dimensions: (await work.records.find([dimensionsType], of)).at(-1),
    tasks: seesTasks ? await tasksOf(work, childId, lines, moment) : null,
    summary: summaryOf(plan, lines, work.today),
    lacking: sees && plan.values.status !== 'authorised' ? lackingIn(plan, lines) : [],
    reminders: sees && knownAt === null ? remindersOn(plan, lines, options, told) : [],
    versions: {
      plan: sees ? versions : [],
      lines: lineVersions.filter(({ recordedAt }) => knownAt === null || !isAfter(recordedAt, knownAt)),
    },
    names: new Map((await work.records.people()).map(({ personId, name }) => [personId, name])),
    may: {
      change: mayChange,
      decide: knownAt === null && plan.values.status === 'put forward' ? await mayDecide(work, childId, authorsOf(versions, lineVersions)) : 'no',
      tasks: knownAt === null && sees && (await work.decide(childId, 'record', 'actions')).kind === 'allow',
    },
    authorisedOnly: !sees,
  }
}

/** The plan this reader is shown, its versions up to `knownAt`, and the moment it is shown as at (null for now). */
async function planShown(
  work: Work, childId: string, seesDrafts: boolean, knownAt: string | null,
): Promise<(PlanHeld & { readonly versions: readonly Plan[]; readonly moment: string | null }) | undefined> {
  const held = await planHeld(work, childId, knownAt ?? undefined)
  if (held === undefined) return undefined
  const versions = (await work.records.versions(planType, held.plan.recordId))
    .filter(({ recordedAt }) => knownAt === null || !isAfter(recordedAt, knownAt))
  if (seesDrafts || held.plan.values.status === 'authorised') return { ...held, versions, moment: knownAt }
  // While a plan is authorised nothing that was authorised can change under it: its newest such version tells the moment.
  const moment = versions.find(({ values: { status } }) => status === 'authorised')?.recordedAt
  const authorised = moment === undefined ? undefined : await planHeld(work, childId, moment)
  return authorised === undefined || moment === undefined ? undefined : { ...authorised, versions, moment }
}

async function tasksOf(work: Work, childId: string, lines: readonly Line[], knownAt: string | null): Promise<readonly Action[]> {
  const ids = new Set(lines.map(({ recordId }) => recordId))
  const actions = await work.records.find([actionType], { childId, ...(knownAt === null ? {} : { knownAt }) })
  return actions.filter(({ partOf }) => partOf !== null && ids.has(partOf))
    .toSorted((a, b) => Number(a.values.state !== 'open') - Number(b.values.state !== 'open') || a.values.dueOn - b.values.dueOn)
}

/** Whether the person may decide about the plan that these people wrote: authorise it or send it back. */
export async function mayDecide(work: Work, childId: string, planAuthors: readonly string[]): Promise<MayDecide> {
  const decision = await work.decideWith(childId, { planAuthors }, 'decide', 'plan draft')
  if (decision.kind === 'allow') return 'yes'
  return decision.reason === 'duty' ? 'wrote it' : 'no'
}
