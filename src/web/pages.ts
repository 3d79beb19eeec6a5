/** Moving through a long list page by page. */

export interface Pages {
  readonly label: string
  readonly count: number
  readonly previous: string | null
  readonly next: string | null
  readonly items: readonly { readonly number: number; readonly href: string; readonly current: boolean; readonly gap: boolean }[]
}

/** The first page, the last and those about the current one, with gaps told; `href` gives the address of a page. */
export function pagesOf(label: string, page: number, pageSize: number, total: number, href: (page: number) => string): Pages {
  const count = Math.max(1, Math.ceil(total / pageSize))
  const shown = [...new Set([1, page - 1, page, page + 1, count])].filter((n) => n >= 1 && n <= count).toSorted((a, b) => a - b)
  const items = shown.flatMap((number, i) => {
    const one = { number, href: href(number), current: number === page, gap: false }
    const before = shown[i - 1]
    return before !== undefined && number - before > 1 ? [{ ...one, gap: true, current: false }, one] : [one]
  })
  return {
    label, count, items,
    previous: page > 1 && page <= count ? href(page - 1) : null,
    next: page < count ? href(page + 1) : null,
  }
}
