import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesFolder, projectFolder, readSettings } from './settings.ts'

const checkout = resolve(import.meta.dirname, '../..')

test('the checkout and the folder of run-time files are found', () => {
  expect([projectFolder, filesFolder]).toEqual([checkout, join(checkout, 'src')])
})

test('nothing set: a trial on this machine alone', () => {
  expect(readSettings({})).toEqual({ port: 3000, host: '127.0.0.1', databaseUrl: null, dataFolder: join(checkout, 'data') })
})

test('an empty value counts as not set', () => {
  expect(readSettings({ PORT: '', HOST: ' ', DATABASE_URL: '', HOLDFAST_DATA: '' })).toEqual(readSettings({}))
})

test('everything set', () => {
  expect(
    readSettings({ PORT: '8080', HOST: '::1', DATABASE_URL: 'postgresql://kettle:l%40d@db.example:5433/holdfast', HOLDFAST_DATA: 'kept here' }, '/srv'),
  ).toEqual({ port: 8080, host: '::1', databaseUrl: 'postgresql://kettle:l%40d@db.example:5433/holdfast', dataFolder: '/srv/kept here' })
})

describe('ports', () => {
  test.each([['0', 0], ['1', 1], ['65535', 65535]])('%s is a port', (text, port) => {
    expect(readSettings({ PORT: text }).port).toBe(port)
  })
  test.each(['65536', '-1', '3e3', '3000.5', 'http', '0x10'])('%s is none', (text) => {
    expect(() => readSettings({ PORT: text })).toThrow(
      `Holdfast cannot start with these settings.\nPORT is "${text}". Give a whole number from 0 to 65535, such as 3000.`,
    )
  })
})

describe('addresses of databases', () => {
  test.each(['postgres://h/d', 'postgresql:///holdfast?host=/run/postgresql', 'postgresql://kettle@/holdfast?host=/run/postgresql'])(
    '%s can be used',
    (url) => {
      expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url)
    },
  )
  test.each(['mysql://h/d', 'kettle', 'postgresql://kettle:pa ss#word@h:port/d'])('%s cannot, and is not repeated', (url) => {
    const read = (): unknown => readSettings({ DATABASE_URL: url })
    expect(read).toThrow('DATABASE_URL is not a PostgreSQL address.')
    expect(read).not.toThrow(url)
  })
})

test('every bad value is named at once', () => {
  expect(() => readSettings({ PORT: 'x', HOST: 'a b', DATABASE_URL: 'y', HOLDFAST_DATA: '/' })).toThrow(
    /^Holdfast cannot start with these settings\.\nPORT is .*\nHOST is .*\nDATABASE_URL is .*\nHOLDFAST_DATA is .*$/,
  )
})
