/** The papers of a child for a panel, as one printed page. */
import type { Paper } from '../../../app/panelPapers.ts'
import { ageOn } from '../../../core/time/localDate.ts'
import { contains } from '../../../core/time/interval.ts'
import { routeWords } from '../../../core/permanence/routes.ts'
import type { Labels } from '../../port.ts'
import { homeShortWords, legalStatusShort } from '../../words/codes.ts'
import { dayCount, fromToday, longDate } from '../../words/dates.ts'
import type { LocalDate } from '../../../core/time/localDate.ts'
import { storyLine, storySentences } from '../../words/lifeStory.ts'
import { routeLabel } from '../../words/permanence.ts'
import { becauseWords, colourTag } from '../../words/panels.ts'
import { roleTag } from '../plan/view.ts'
import { clockRows } from '../child/clocks.ts'
import { timelineOf } from '../child/timeline.ts'

/** What the paper of one child shows. */
export function paperModel({ childId, code, ownWords, page, lifeStory, plan, decisions, actions, signals }: Paper, because: string, labels: Labels, today: LocalDate) {
  const { history, evidence } = page
  const period = history.periods.findLast((one) => contains(one, today))
  const legal = history.legalSpells.findLast((one) => contains(one, today))
  const home = history.homes.findLast((one) => contains(one, today))
  const state = evidence.states.findLast((one) => contains(one, today))
  return {
    code, href: `/children/${childId}`, because: becauseWords(because),
    ownWords: ownWords === null ? null : { words: ownWords.words, when: longDate(ownWords.saidOn) },
    facts: [
      { key: 'Age', value: history.bornOn === null ? 'Date of birth not known' : `${ageOn(history.bornOn, today)}`, under: history.bornOn === null ? null : `born ${longDate(history.bornOn)}` },
      {
        key: 'In care', value: period === undefined ? 'Not in care today' : dayCount(today - period.from),
        under: period === undefined ? null : `since ${period.startKnown ? '' : 'before '}${longDate(period.from)}`,
      },
      { key: 'Legal status', value: legal === undefined ? 'None today' : legalStatusShort(labels, legal.legalStatus), under: legal === undefined ? null : `since ${longDate(legal.from)}` },
      { key: 'Home', value: home === undefined ? 'None recorded' : homeShortWords(labels, home.placementType), under: home === undefined ? null : `since ${longDate(home.from)}` },
      { key: 'Social worker', value: page.worker ?? 'Not recorded', under: page.team },
      plan.summary !== null && plan.summary.primaryRoute !== null
        ? { key: 'Plan', value: routeWords[plan.summary.primaryRoute], under: plan.summary.endorsedOn === null ? 'not endorsed by a review' : `endorsed on ${longDate(plan.summary.endorsedOn)}` }
        : { key: 'Plan', value: 'None authorised', under: state === undefined ? null : state.route === null ? 'the return’s codes point to no route' : `the return’s codes point to: ${routeLabel(state.route)}` },
    ],
    lifeStory: storySentences(storyLine(lifeStory, today)),
    timeline: timelineOf(page, labels, today),
    due: clockRows(page).open.map(({ title, due, when, tag }) => ({ title, due, when, tag })),
    lines: plan.lines.map(({ values }) => ({
      route: routeWords[values.route], role: roleTag(values.role),
      target: values.targetOn === null ? 'No target date' : longDate(values.targetOn), reason: values.reason,
    })),
    decisions: decisions.map(({ decision: { values }, panel, on }) => ({ on: longDate(on), panel, words: values.decision, colour: colourTag(values.colour) })),
    actions: actions.map(({ action: { values }, owner, standing }) => ({
      what: values.what, owner, due: longDate(values.dueOn), when: fromToday(values.dueOn, today), late: values.dueOn < today, raised: values.raisedBy, standing,
    })),
    signals: signals.flatMap(({ rule, signal }) => (signal.kind === 'shown' ? [{ title: rule.title, evidence: signal.evidence, next: signal.next }] : [])),
    untold: signals.flatMap(({ rule, signal }) => (signal.kind === 'cannot tell' ? [rule.title] : [])),
    doubts: history.doubts.map(({ words }) => words),
  }
}
