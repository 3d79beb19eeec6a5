/**
 * A document that leaves Holdfast: minutes, a report, a letter. What it says is put together once, and shown as a page
 * (`web/components/document.njk`) and as a file (`openDocument.ts`), so that the two can never differ.
 */

export type Block =
  /** Level 1 is the document's own title, given by `title`: headings start at 2, and no level is left out. */
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** Line breaks stay; an empty line begins a new paragraph. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Every row has as many cells as the head; the first cell of a row is its heading. */
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

export interface WrittenDocument {
  readonly title: string
  /** Under the title: of whom, for which days, made by whom on which day. */
  readonly lead: readonly string[]
  readonly blocks: readonly Block[]
}

/** The paragraphs of a text as people type it. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n{2,}/).map((one) => one.trim()).filter((one) => one !== '')
}
