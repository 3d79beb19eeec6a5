/** A browser for tests that cannot open a page without judging it: axe, width, title, heading, console. */
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

export const widths = [1280, 320] as const

/** What a page did that no page may do. */
export interface Fault {
  readonly where: string
  readonly what: string
}

/** Chromium as this machine has it; `CHROMIUM_PATH` names another. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
}

/**
 * What axe judges by, of the page that is open: every element with its attributes (values and addresses but for
 * whether they are there) and whether it has words. Pages that are alike in all this are judged alike, so each is asked once.
 */
const shapeOfPage = `[...document.querySelectorAll('*')].map((one) => one.tagName + [...one.attributes]
  .map(({ name, value }) => ['value', 'href', 'action', 'd', 'points', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height',
    'content', 'title', 'alt', 'aria-label'].includes(name) ? name + (value === '') : name + value).join(' ')
  + [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')).join(';')`

/** Shapes of pages that axe found nothing wrong with, by width. */
const judged = new Set<string>()

/** A visitor: opens pages, and remembers everything wrong with any of them. */
export class Visitor {
  readonly page: Page
  readonly faults: Fault[] = []
  readonly #base: string

  readonly #scripts: (run: boolean) => Promise<void>

  private constructor(page: Page, base: string, scripts: (run: boolean) => Promise<void>) {
    this.page = page
    this.#base = base
    this.#scripts = scripts
    page.on('console', (message) => {
      // A page of status 404 or 422 is told by the browser as an error of loading: that is no fault of the page.
      if (message.type() === 'error' && !/status of (4\d\d|500)/.test(message.text())) this.faults.push({ where: page.url(), what: message.text() })
    })
    page.on('pageerror', (failure) => this.faults.push({ where: page.url(), what: failure.message }))
  }

  /** A visitor with a browser of their own, with or without JavaScript. */
  static async arrive(browser: Browser, base: string, options: { readonly javaScript?: boolean } = {}): Promise<Visitor> {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: 1280, height: 900 }, locale: 'en-GB', timezoneId: 'Europe/London',
    })
    const page = await context.newPage()
    if (options.javaScript !== false) return new Visitor(page, base, () => Promise.resolve())
    // Switched off by the browser itself, and on only while axe looks: the page's own scripts have missed their moment.
    const tools = await context.newCDPSession(page)
    const scripts = async (run: boolean): Promise<void> => {
      await tools.send('Emulation.setScriptExecutionDisabled', { value: !run })
    }
    await scripts(false)
    return new Visitor(page, base, scripts)
  }

  /** Goes to an address and judges the page at both widths. Gives the status. */
  async open(path: string): Promise<number> {
    const response = await this.page.goto(this.#base + path)
    await this.judge()
    return response?.status() ?? 0
  }

  /** Clicks and judges what comes. */
  async press(name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
    await this.page.getByRole(role, { name, exact: typeof name === 'string' }).first().click()
    await this.page.waitForLoadState()
    await this.judge()
  }

  /** Judges the page that is open: accessibility and width, at a desk and on a phone. */
  async judge(): Promise<void> {
    const { page } = this
    const where = page.url().replace(this.#base, '')
    await this.#scripts(true)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      const shape = `${width} ${await page.evaluate(shapeOfPage) as string}`
      const scroll = await page.evaluate('document.documentElement.scrollWidth') as number
      if (scroll > width) this.faults.push({ where: `${where} at ${width}`, what: `scrolls sideways: ${scroll} px` })
      if (judged.has(shape)) continue
      // Told of violations alone, and in the page itself (there are no frames to gather from): the same faults in two fifths of the time.
      const result = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
      for (const one of result.violations) {
        this.faults.push({ where: `${where} at ${width}`, what: `${one.id}: ${one.help}: ${one.nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(' | ')}` })
      }
      if (result.violations.length === 0) judged.add(shape)
    }
    await this.#scripts(false)
    await page.setViewportSize({ width: 1280, height: 900 })
    const heads = await page.locator('h1').count()
    if (heads !== 1) this.faults.push({ where, what: `${heads} first headings` })
    if (!(await page.title()).endsWith('Holdfast')) this.faults.push({ where, what: `title “${await page.title()}”` })
    if ((await page.getAttribute('html', 'lang')) !== 'en-GB') this.faults.push({ where, what: 'language not said' })
  }

  async leave(): Promise<void> {
    await this.page.context().close()
  }
}
