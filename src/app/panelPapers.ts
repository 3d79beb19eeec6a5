/** The papers of a child for a panel: everything those who sit need, put together on one page; and the minutes of a sitting. */
import type { ActionRow } from './actions.ts'
import { rowsOf } from './actions.ts'
import { childParts, type ChildPage } from './childPage.ts'
import type { AgendaLine, SittingPage } from './panelSittings.ts'
import { lifeStoryOf } from './lifeStory.ts'
import { childPanels } from './panels.ts'
import { planHeld, planOf } from './plan.ts'
import type { OwnWords } from './childHead.ts'
import { signalsOf } from './signals.ts'
import { newestWords } from './voice.ts'
import { actionType } from '../core/actions/action.ts'
import type { ChildId } from '../core/facts/factType.ts'
import {
  correctionType, decisionType, minuteType, type Correction, type Minute, type PanelDecision,
} from '../core/panels/records.ts'
import { summaryOfStory, type StorySummary } from '../core/lifeStory/story.ts'
import type { Line } from '../core/plan/line.ts'
import { isLive } from '../core/plan/line.ts'
import type { PlanSummary } from '../core/plan/state.ts'
import type { AskedSignal } from '../core/signals/all.ts'
import type { LocalDate } from '../core/time/localDate.ts'
import type { Work } from './work.ts'

export interface Paper {
  readonly childId: string
  readonly code: string
  readonly ownWords: OwnWords | null
  /** History, clocks and what does not fit, as at today. */
  readonly page: ChildPage
  /** As it stands today. */
  readonly lifeStory: StorySummary
  readonly plan: { readonly summary: PlanSummary | null; readonly lines: readonly Line[] }
  /** Of any panel, newest first. */
  readonly decisions: readonly { readonly decision: PanelDecision; readonly panel: string; readonly on: LocalDate }[]
  readonly actions: readonly ActionRow[]
  readonly signals: readonly AskedSignal[]
}

/** The papers of one child; undefined when the request reaches no such child. Needs the right to see panel papers. */
export async function paperOf(work: Work, childId: string): Promise<Paper | undefined> {
  work.allow('see', 'panel papers')
  const page = await work.children.page(childId as ChildId, { asAt: work.today, asKnownAt: null })
  if (page === undefined) return undefined
  const words = await newestWords(work, childId)
  const held = await planHeld(work, childId)
  const story = await lifeStoryOf(work, childId)
  return {
    // The papers are a record of their own in the access table: whoever may read them reads every part that is put in them.
    childId, code: page.code, page: { ...page, open: new Set(childParts) },
    ownWords: words === null ? null : { words: words.values.words, saidOn: words.values.saidOn },
    lifeStory: summaryOfStory(story.items, story.work),
    plan: { summary: (await planOf(work, childId)) ?? null, lines: (held?.lines ?? []).filter(isLive) },
    decisions: (await childPanels(work, childId))?.decisions.slice(0, 5) ?? [],
    actions: await rowsOf(work, await work.records.find([actionType], { childId, states: ['open'] })),
    signals: (await signalsOf(work, [childId])).get(childId) ?? [],
  }
}

/** What the minutes say of one child. */
export interface MinutedChild {
  readonly line: AgendaLine
  readonly minute: Minute | null
  readonly corrections: readonly Correction[]
  readonly actions: readonly ActionRow[]
}

export interface Minutes {
  readonly at: SittingPage
  readonly children: readonly MinutedChild[]
  /** Names of people by id. */
  readonly names: ReadonlyMap<string, string>
}

/** The minutes of a sitting as they stand, for the children that the reader reaches. */
export async function minutesOf(work: Work, at: SittingPage): Promise<Minutes> {
  work.allow('see', 'panel minutes')
  const partOf = at.sitting.recordId
  const minutes = await work.records.find([minuteType], { partOf })
  const corrections = await work.records.find([correctionType], { partOf })
  const decisions = new Set((await work.records.find([decisionType], { partOf })).map(({ recordId }) => recordId))
  const childIds = at.accepted.map(({ childId }) => childId)
  const raised = (await work.records.find([actionType], { childIds })).filter((action) => action.partOf !== null && decisions.has(action.partOf))
  const rows = await rowsOf(work, raised)
  const people = await work.records.people()
  return {
    at, names: new Map(people.map(({ personId, name }) => [personId, name])),
    children: at.accepted.map((line): MinutedChild => ({
      line, minute: minutes.find(({ childId }) => childId === line.childId) ?? null,
      corrections: corrections.filter(({ childId }) => childId === line.childId),
      actions: rows.filter(({ action }) => action.childId === line.childId),
    })),
  }
}
