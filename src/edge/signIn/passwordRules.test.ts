import { expect, test } from 'vitest'
import { passwordFault } from './passwordRules.ts'

const names = ['bronwen.hale@fernbrook.example', 'Bronwen Hale']

test.each([
  ['eleven char', 'short'], ['', 'short'], ['x'.repeat(201), 'long'],
  ['password1234', 'common'], ['PASSWORD-2026', 'common'], ['P@ssw0rd2026!', 'common'], ['qwertyuiop12', 'common'], ['123456789012', 'common'],
  ['aaaaaaaaaaaa', 'common'], ['abcabcabcabc', 'common'], ['Welcome2Council', 'common'], ['iloveyou12345', 'common'], ['Liverpool2025', 'common'],
  ['Summer2026!!!', 'common'], ['letmeinletmein', 'common'], ['fernbrook demonstration', 'common'],
  ['bronwen.hale1', 'name'], ['BronwenHale99', 'name'],
])('%s is refused as %s', (password, fault) => {
  expect(passwordFault(password, names)).toBe(fault)
})

test.each([
  'correct horse battery staple', 'five grey herons standing', 'Kx7-vPq2-mTz9', 'wybrnf gdlcts', 'my bicycle has a bell', 'жёлтый велосипед',
])('%s may be used', (password) => {
  expect(passwordFault(password, names)).toBeNull()
})
