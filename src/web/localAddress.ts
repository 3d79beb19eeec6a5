/** Addresses that came from outside and may be gone to: only our own. */

/** The path and query of an address on this service; `fallback` for anything that leads elsewhere or is no address. */
export function localAddress(wanted: string | null | undefined, fallback = '/'): string {
  // Browsers read a backslash as a slash and drop tabs and line breaks, so `/\evil` and `/<tab>/evil` leave the site.
  if (wanted === null || wanted === undefined || !wanted.startsWith('/') || /[\\\s\p{Cc}]/u.test(wanted)) return fallback
  const base = 'http://holdfast.invalid'
  if (!URL.canParse(wanted, base)) return fallback
  const url = new URL(wanted, base)
  if (url.origin !== base || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-')) return fallback
  return url.pathname + url.search
}

/** An address with a query, leaving out what is blank. */
export function address(path: string, query: URLSearchParams | Readonly<Record<string, string | null>>): string {
  const params = query instanceof URLSearchParams ? query : new URLSearchParams()
  if (!(query instanceof URLSearchParams)) {
    for (const [name, value] of Object.entries(query)) if (value !== null && value !== '') params.append(name, value)
  }
  const text = params.toString()
  return text === '' ? path : `${path}?${text}`
}
