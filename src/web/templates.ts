/** Nunjucks, set up to escape everything and to find our pages and the components of GOV.UK and MoJ. */
import nunjucks from 'nunjucks'
import { withoutReordering } from '../app/reordering.ts'
import { packageFolders } from './assets.ts'

/** Gives the HTML of `views/<view>/page.njk`. */
export type Render = (view: string, context: Readonly<Record<string, unknown>>) => string

/** Templates are compiled on first use and kept. */
export function templates(webFolder: string): Render {
  const { govuk, moj } = packageFolders()
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader([webFolder, govuk, moj]), {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  return (view, context) => withoutReordering(environment.render(`views/${view}/page.njk`, context))
}
