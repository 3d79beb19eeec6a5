/**
 * Which panel a child belongs to: the first rule of the council's table whose condition holds, named, so that anybody can
 * check it. What a rule asks and nobody knows is not taken for "no": the child is then UNROUTED and somebody must look,
 * because a child on no panel's list is a child nobody asks about.
 */
import { legalStatusWords } from '../facts/legalStatusWords.ts'
import type { Route } from '../permanence/routes.ts'
import { routeWords } from '../permanence/routes.ts'
import { ageOn, formatLong, type LocalDate } from '../time/localDate.ts'
import type { Condition, PanelScheme, RoutingRule } from './definition.ts'

/** What routing needs to know of a child. */
export interface RoutedChild {
  readonly lookedAfter: boolean
  readonly bornOn: LocalDate | null
  readonly legalStatus: string | null
  /** From when the legal status holds: of an interim care order, the stand-in for the day proceedings were issued. */
  readonly legalStatusSince: LocalDate | null
  /** The primary line of the plan, or else the route that the return's codes point to. */
  readonly route: Route | null
  readonly routeFrom: 'plan' | 'return' | null
  readonly permanenceAchieved: boolean
}

/** A person said which panel, or that none is needed. It stands as long as the rules say what they said then. */
export interface PanelChoice {
  /** Id of the panel in the scheme; null for none. */
  readonly panel: string | null
  readonly reason: string
  /** `ruleOf` what the rules gave when it was made. */
  readonly ruleThen: string
  /** From this day on somebody must look again; null: only when the rules say otherwise. */
  readonly lookAgainOn: LocalDate | null
}

export type Routed =
  | { readonly kind: 'panel'; readonly panel: string; readonly rule: string; readonly why: string; readonly chosen: boolean }
  | { readonly kind: 'none'; readonly rule: string; readonly why: string; readonly chosen: boolean }
  | { readonly kind: 'unrouted'; readonly why: string }

/** The name of what decided: a rule's id, or `unrouted`. */
export function ruleOf(routed: Routed): string {
  return routed.kind === 'unrouted' ? 'unrouted' : routed.rule
}

/** Where the rules of a scheme send a child on a day, leaving aside what people chose. */
export function routeByRules(scheme: PanelScheme, child: RoutedChild, today: LocalDate): Routed {
  for (const rule of scheme.routing) {
    const answers = asked(rule.when, child, today)
    if (answers.includes('no')) continue
    const unknown = answers.find((answer) => typeof answer !== 'string')
    if (unknown !== undefined) return { kind: 'unrouted', why: `Cannot tell whether “${rule.words}” applies: ${unknown.cannotTell}.` }
    return byRule(rule, child)
  }
  return { kind: 'unrouted', why: `No rule of ${scheme.name} says where a child goes who is ${standingWords(child)}.` }
}

/** Where a child belongs on a day: what the rules say, unless a person's choice still stands. */
export function routeChild(scheme: PanelScheme, child: RoutedChild, choice: PanelChoice | null, today: LocalDate): Routed {
  const routed = routeByRules(scheme, child, today)
  if (choice === null || !stands(choice, routed, today)) return routed
  const because = { rule: 'chosen', why: choice.reason, chosen: true }
  return choice.panel === null ? { kind: 'none', ...because } : { kind: 'panel', panel: choice.panel, ...because }
}

/** Whether a choice still stands: the rules have not moved on since, and the day to look again has not come. */
export function stands(choice: PanelChoice, routed: Routed, today: LocalDate): boolean {
  return choice.ruleThen === ruleOf(routed) && (choice.lookAgainOn === null || today < choice.lookAgainOn)
}

function byRule(rule: RoutingRule, child: RoutedChild): Routed {
  const why = `${rule.words}${usesRoute(rule.when) ? routeSource(child) : ''}`
  const because = { rule: rule.id, why, chosen: false }
  return rule.panel === null ? { kind: 'none', ...because } : { kind: 'panel', panel: rule.panel, ...because }
}

const usesRoute = (when: Condition): boolean => when.route !== undefined

const routeSource = ({ route, routeFrom }: RoutedChild): string =>
  route === null ? '' : ` (${routeWords[route]}, ${routeFrom === 'plan' ? 'the plan' : 'as the return’s codes point; no plan is recorded'})`

type Answer = 'yes' | 'no' | { readonly cannotTell: string }

const yesOrNo = (holds: boolean): Answer => (holds ? 'yes' : 'no')

/** What each part of a condition says of the child. */
function asked(when: Condition, child: RoutedChild, today: LocalDate): readonly Answer[] {
  const answers: Answer[] = []
  const { lookedAfter, ageFrom, ageAtIssueUnder, ageAtIssueFrom, legalStatus, route, permanenceAchieved } = when
  if (lookedAfter !== undefined) answers.push(yesOrNo(child.lookedAfter === lookedAfter))
  if (permanenceAchieved !== undefined) answers.push(yesOrNo(child.permanenceAchieved === permanenceAchieved))
  if (legalStatus !== undefined) {
    answers.push(child.legalStatus === null ? { cannotTell: 'the legal status is not recorded' } : yesOrNo(legalStatus.includes(child.legalStatus)))
  }
  if (route !== undefined) {
    answers.push(child.route === null
      ? { cannotTell: 'no plan is recorded, and the return’s codes point to no route' }
      : yesOrNo(route.includes(child.route)))
  }
  if (ageFrom !== undefined) answers.push(aged(child.bornOn, today, (age) => age >= ageFrom))
  if (ageAtIssueUnder !== undefined) answers.push(aged(child.bornOn, child.legalStatusSince, (age) => age < ageAtIssueUnder))
  if (ageAtIssueFrom !== undefined) answers.push(aged(child.bornOn, child.legalStatusSince, (age) => age >= ageAtIssueFrom))
  return answers
}

function aged(bornOn: LocalDate | null, on: LocalDate | null, holds: (age: number) => boolean): Answer {
  if (bornOn === null) return { cannotTell: 'the date of birth is not recorded' }
  if (on === null) return { cannotTell: 'the day the legal status began is not recorded' }
  return yesOrNo(holds(ageOn(bornOn, on)))
}

function standingWords({ lookedAfter, legalStatus, legalStatusSince, route }: RoutedChild): string {
  if (!lookedAfter) return 'not looked after'
  const since = legalStatusSince === null ? '' : ` since ${formatLong(legalStatusSince)}`
  const plan = route === null ? 'without a route to permanence' : `with “${routeWords[route]}” as the route`
  return `looked after (${legalStatusWords(legalStatus)}${since}), ${plan}`
}
