import { expect, test } from 'vitest'
import { textWidth } from '../timeline/textWidth.ts'
import { drawEcomap } from './ecomapSvg.ts'

// A child's number has up to 10 characters (SSDA903); the circle in the middle is 140 units wide.
test.each(['Child 014223', 'Child WWWWWWWWWW'])('%s stands whole inside the circle in the middle', (child) => {
  const lines = [...drawEcomap(child, [], 'Nobody yet.').matchAll(/font-size="(\d+)"[^>]*fill="#fff"[^>]*>([^<]+)<\/text>/g)]
  expect(lines.map(([, , text]) => text).join(' ')).toBe(child)
  for (const [, size, text = ''] of lines) expect(textWidth(text, Number(size), 'bold')).toBeLessThan(140)
})
