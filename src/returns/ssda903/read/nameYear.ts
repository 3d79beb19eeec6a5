/** The year that a file's name claims, to warn when it is not the return's. */

/** `2020`, `2019-20`, `2019_2020` or `201920`, with no digit beside it. */
const written = /(?<!\d)(20\d\d)(?:([-_/ ]?)(20)?(\d\d)(?!\d))?(?!\d)/g

/**
 * Whether a name has no year or one that fits: a single year may be the one in which the collection year begins or
 * ends (`2017-episodes.csv` in use for April 2017 to March 2018), a span must end with it.
 */
export function fitsYear(name: string, collectionYear: number): boolean {
  const claims = [...name.matchAll(written)].map((match) => {
    const from = Number(match[1])
    const to = match[4] === undefined ? null : Number(`${match[1]?.slice(0, 2)}${match[4]}`)
    return to === from + 1 ? to === collectionYear : from === collectionYear || from + 1 === collectionYear
  })
  return claims.length === 0 || claims.some(Boolean)
}
