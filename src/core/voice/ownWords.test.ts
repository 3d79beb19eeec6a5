import { describe, expect, test } from 'vitest'
import type { Role } from '../access/roles.ts'
import { isoDate } from '../time/localDate.ts'
import { isWithheld, type OwnWords } from './ownWords.ts'

const writer = { personId: 'tomasz', name: 'Tomasz Wren' }
const said = (sharing: string): OwnWords => ({
  recordId: 'r', type: 'own words', version: 1, childId: 'c', partOf: null, recordedBy: writer, recordedAt: '', firstRecordedBy: writer, firstRecordedAt: '',
  values: { saidOn: isoDate('2026-03-03'), words: 'I want to stay with Nan.', means: 'talking', about: ['home'], withWhom: null, sharing: sharing as 'everyone' },
})
const reader = (...roles: Role[]) => ({ personId: 'somebody', roles })

describe('who the child wants to know', () => {
  test.each([
    ['everyone', 'panel chair', false], ['everyone', 'lawyer', false],
    ['close', 'social worker', false], ['close', 'reviewing officer', false], ['close', 'participation worker', false],
    ['close', 'panel chair', true], ['close', 'director', true], ['close', 'virtual school', true],
    ['writer', 'social worker', true], ['writer', 'director', true],
    ['something that is no longer said', 'social worker', true],
  ] as const)('%s, asked by a %s: withheld %s', (sharing, role, withheld) => {
    expect(isWithheld(said(sharing), reader(role))).toBe(withheld)
  })

  test('the person they told always', () => {
    for (const sharing of ['everyone', 'close', 'writer']) expect(isWithheld(said(sharing), { personId: 'tomasz', roles: [] })).toBe(false)
  })

  test('somebody who holds no role hears nothing that is not for everybody', () => {
    expect(isWithheld(said('close'), reader())).toBe(true)
  })
})
