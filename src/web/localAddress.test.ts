import { expect, test } from 'vitest'
import { localAddress } from './localAddress.ts'

test('our own addresses are kept', () => {
  expect(localAddress('/children?age=1+to+4&page=2')).toBe('/children?age=1+to+4&page=2')
  expect(localAddress('/')).toBe('/')
})
test.each([
  'https://evil.example/', '//evil.example/', '/\\evil.example', '/\t/evil.example', '/\n/evil.example', 'javascript:alert(1)', '',
  'children', '/sign-out', '/sign-in?next=/x', '/a/..//evil.example', null, undefined,
])('%j leads home', (wanted) => expect(localAddress(wanted)).toBe('/'))
