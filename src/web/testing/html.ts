/** Reads the HTML of a page in tests that need no browser: templates rendered with a model. */
import { join } from 'node:path'
import { filesFolder } from '../../edge/settings.ts'
import type { Shell } from '../shell.ts'
import { templates, type Render } from '../templates.ts'

const render: Render = templates(join(filesFolder, 'web'))

const shell: Shell = { title: 'A page – Holdfast', assets: 'v', authority: 'Anyborough Council', person: 'Robin', csrf: 'token', flash: null, rooms: [] }

/** The HTML of a view with a model. */
export function htmlOf(view: string, page: unknown): string {
  return render(view, { shell, page })
}

/** The words of some HTML, as a person would read them, spaces made single. */
export function wordsOf(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html
  return main.replaceAll(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ').trim()
}
