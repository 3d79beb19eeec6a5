/** SVG text: escaping, elements, numbers. Presentation attributes only; the page's policy allows no style attribute. */

/** Everything but plain letters, digits and signs that mean nothing to XML. */
const needsCare = /[^ !#-%(-;=?-~]/
/** A control character other than tab and line ends, half of a surrogate pair, or one of the two that are no characters. */
const notXml = /(?![\t\n\r])\p{Cc}|\p{Cs}|\uFFFE|\uFFFF/gu

/** Text made safe inside an element or an attribute; what XML 1.0 cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  if (!needsCare.test(text)) return text
  return text
    .replace(notXml, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

export type Attributes = Readonly<Record<string, string | number | null>>

/** A coordinate to a tenth of a pixel. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** An element; `inner` is markup already. Null attributes are left out, numbers rounded to a tenth. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  let text = `<${name}`
  for (const key in attributes) {
    const value = attributes[key]
    if (value === null || value === undefined) continue
    text += ` ${key}="${typeof value === 'number' ? tenth(value) : escapeXml(value)}"`
  }
  return inner === '' ? `${text}/>` : `${text}>${inner}</${name}>`
}
