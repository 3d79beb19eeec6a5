import { expect, test } from 'vitest'
import { readWorkers } from './readWorkers.ts'

test('reads a list whatever the order and case of its columns, and codes as the return writes them', () => {
  expect(readWorkers('\uFEFFteam,sw_id,Worker\r\nCourt Team,sw1234,Ada Brook\r\n\r\n')).toEqual({
    kind: 'read', workers: [{ worker: 'SW1234', name: 'Ada Brook', team: 'Court Team' }],
  })
})
test('a list without teams is refused', () => {
  expect(readWorkers('SW_ID,WORKER\nSW1,Ada Brook\n')).toMatchObject({ kind: 'refused', row: 1, words: 'This is no team list: it has no column TEAM.' })
})
test('a worker in two teams is refused where the second stands', () => {
  expect(readWorkers('SW_ID,WORKER,TEAM\nSW1,Ada Brook,Court\nSW1,Ada Brook,Duty\n')).toMatchObject({
    kind: 'refused', row: 3, words: 'SW1 stands in two teams: Court and Duty.',
  })
})
test('a blank cell is refused where it stands', () => {
  expect(readWorkers('SW_ID,WORKER,TEAM\nSW1,,Court\n')).toMatchObject({ kind: 'refused', row: 2 })
})
