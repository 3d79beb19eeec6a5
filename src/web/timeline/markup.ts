/** SVG text: escaping, elements, numbers. Presentation attributes only; the page's policy allows no style attribute. */

/** Text made safe inside an element or an attribute; characters that XML 1.0 cannot hold become U+FFFD. */
export function escapeXml(text: string): string {
  if (!/[^ !#-%(-;=?-~]/.test(text)) return text
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
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
