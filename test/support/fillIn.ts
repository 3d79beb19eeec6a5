/**
 * Pages used in a browser as a person uses them: questions are found by the words beside them, never by a field's name.
 *
 *   await follow(iris, 'Add a decision')
 *   await send(iris, 'Add the decision', { 'What is to be done': 'Ring Nan', 'Who is to do it': 'wes', 'By when': '3 July 2026' })
 */
import type { Locator } from 'playwright-core'
import type { Visitor } from '../../src/web/testing/page.ts'

/** Answers by question: what to type or choose, the boxes to tick and no others, a day written out, or the questions of a group. */
export interface Answers {
  readonly [question: string]: string | readonly string[] | Answers
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** Goes to an address; gives the words that the page shows. Throws unless it opens. */
export async function read(visitor: Visitor, path: string): Promise<string> {
  const status = await statusOf(visitor, path)
  if (status !== 200) throw new Error(`${path}: ${status}`)
  return shown(visitor)
}

/** Goes to an address; gives the status. */
export async function statusOf({ page }: Visitor, path: string): Promise<number> {
  return (await page.goto(new URL(path, page.url()).href, { waitUntil: 'domcontentloaded' }))?.status() ?? 0
}

/** The words that can be seen of the page's main part, spaces made one. */
export async function shown({ page }: Visitor): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
}

/** The path of the page that is open. */
export const pathOf = ({ page }: Visitor): string => new URL(page.url()).pathname

/** Follows a link of the page, or of a part of it. */
export async function follow(visitor: Visitor, words: string, within: Locator = visitor.page.locator('main')): Promise<void> {
  await within.getByRole('link', { name: words }).or(within.getByRole('button', { name: words, exact: true })).first().click()
  await visitor.page.waitForLoadState('domcontentloaded')
}

/** Fills in what stands under each question. */
export async function fillIn({ page }: Pick<Visitor, 'page'>, answers: Answers, within: Locator = page.locator('main')): Promise<void> {
  for (const [question, answer] of Object.entries(answers)) {
    const name = worded(question)
    const group = within.getByRole('group', { name }).first()
    const box = within.getByLabel(name).and(page.locator('input, select, textarea')).first()
    if (await group.count() > 0) await answerGroup(page, group, answer)
    else if (await box.count() > 0) await answerBox(box, String(answer))
    else throw new Error(`${page.url()} does not ask “${question}”`)
  }
}

/** Fills the form in and sends it with a button. Throws with what the page says when it was not taken. */
export async function send({ page }: Visitor, button: string, answers: Answers = {}): Promise<void> {
  await fillIn({ page }, answers)
  await page.getByRole('button', { name: button, exact: true }).first().click()
  await page.waitForLoadState('domcontentloaded')
  const wrong = page.locator('.govuk-error-summary')
  if (await wrong.count() > 0) throw new Error(`“${button}” was refused: ${(await wrong.innerText()).replace(/\s+/g, ' ')}`)
}

/** Unticks every box there. */
export async function untick(within: Locator): Promise<void> {
  const ticked = within.getByRole('checkbox', { checked: true })
  while (await ticked.count() > 0) await ticked.first().uncheck()
}

/** A question as it is worded, with or without being said to be optional. */
const worded = (question: string): RegExp => new RegExp(`^\\s*${question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(optional\\))?\\s*$`)

async function answerBox(box: Locator, answer: string): Promise<void> {
  if (await box.evaluate((one) => one.nodeName) === 'SELECT') await box.selectOption({ label: answer })
  else await box.fill(answer)
}

async function answerGroup(page: Visitor['page'], group: Locator, answer: Answers[string]): Promise<void> {
  const boxed = (label: string): Locator => group.getByLabel(label, { exact: true })
  if (Array.isArray(answer)) {
    await untick(group)
    for (const label of answer as readonly string[]) await boxed(label).check()
  } else if (typeof answer === 'object') await fillIn({ page }, answer as Answers, group)
  else if (await boxed('Day').count() > 0) {
    const [day = '', month = '', year = ''] = answer.split(' ')
    await boxed('Day').fill(day)
    await boxed('Month').fill(String(months.indexOf(month) + 1))
    await boxed('Year').fill(year)
  } else await boxed(answer).check()
}
