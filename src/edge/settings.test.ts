import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesFolder, projectFolder, readSettings } from './settings.ts'
import { plainSignIn } from './signIn/settings.ts'

const checkout = resolve(import.meta.dirname, '../..')

test('the checkout and the folder of run-time files are found', () => {
  expect([projectFolder, filesFolder]).toEqual([checkout, join(checkout, 'src')])
})

test('nothing set: a trial on this machine alone', () => {
  expect(readSettings({})).toEqual({ port: 3000, host: '127.0.0.1', databaseUrl: null, dataFolder: join(checkout, 'data'), signIn: plainSignIn, mail: null, publicUrl: null, programs: false })
})

test('an empty value counts as not set', () => {
  expect(readSettings({ PORT: '', HOST: ' ', DATABASE_URL: '', HOLDFAST_DATA: '' })).toEqual(readSettings({}))
})

test('everything set', () => {
  expect(
    readSettings({ PORT: '8080', HOST: '::1', DATABASE_URL: 'postgresql://kettle:l%40d@db.example:5433/holdfast', HOLDFAST_DATA: 'kept here', HOLDFAST_PROGRAMS: 'on' }, '/srv'),
  ).toEqual({ port: 8080, host: '::1', databaseUrl: 'postgresql://kettle:l%40d@db.example:5433/holdfast', dataFolder: '/srv/kept here', signIn: plainSignIn, mail: null, publicUrl: null, programs: true })
  expect(() => readSettings({ HOLDFAST_PROGRAMS: 'yes' })).toThrow('HOLDFAST_PROGRAMS is "yes". Give on or off.')
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

describe('https', () => {
  test('needs the proxy that ends it: without one nobody could stay signed in', () => {
    expect(readSettings({ HOLDFAST_HTTPS: '1', HOLDFAST_PROXY: '127.0.0.1' }).port).toBe(3000)
    expect(readSettings({ HOLDFAST_HTTPS: '0' }).port).toBe(3000)
    expect(() => readSettings({ HOLDFAST_HTTPS: '1' })).toThrow('HOLDFAST_HTTPS is 1, but HOLDFAST_PROXY names no proxy.')
  })
  test.each(['true', 'yes', 'on', '2'])('%s is neither on nor quietly off', (text) => {
    expect(() => readSettings({ HOLDFAST_HTTPS: text, HOLDFAST_PROXY: '127.0.0.1' })).toThrow(`HOLDFAST_HTTPS is "${text}". Give 1 when`)
  })
})

test('every bad value is named at once', () => {
  expect(() => readSettings({ PORT: 'x', HOST: 'a b', DATABASE_URL: 'y', HOLDFAST_DATA: '/' })).toThrow(
    /^Holdfast cannot start with these settings\.\nPORT is .*\nHOST is .*\nDATABASE_URL is .*\nHOLDFAST_DATA is .*$/,
  )
})

describe('mail', () => {
  const mail = { HOLDFAST_SMTP: 'smtps://kettle:p%40ss@mail.example:465', HOLDFAST_MAIL_FROM: 'holdfast@council.example', HOLDFAST_URL: 'https://holdfast.example/' }
  test('needs a server, a sender and where people reach Holdfast', () => {
    expect(readSettings(mail).mail).toEqual({
      smtpUrl: 'smtps://kettle:p%40ss@mail.example:465', from: 'holdfast@council.example', publicUrl: 'https://holdfast.example',
    })
  })
  test.each([
    [{ HOLDFAST_SMTP: mail.HOLDFAST_SMTP }, 'For mail HOLDFAST_MAIL_FROM, HOLDFAST_URL are missing.'],
    [{ ...mail, HOLDFAST_SMTP: 'mail.example' }, 'HOLDFAST_SMTP is not the address of a mail server.'],
    [{ ...mail, HOLDFAST_SMTP: 'https://kettle:pass@mail.example' }, 'HOLDFAST_SMTP is not the address of a mail server.'],
    [{ ...mail, HOLDFAST_MAIL_FROM: 'the council' }, 'HOLDFAST_MAIL_FROM is "the council".'],
  ])('%j is refused: %s', (environment, words) => {
    expect(() => readSettings(environment)).toThrow(words)
    expect(() => readSettings(environment)).not.toThrow('kettle')
  })
})

describe('signing in', () => {
  const provider = {
    HOLDFAST_OIDC_ISSUER: 'https://login.example/tenant', HOLDFAST_OIDC_CLIENT_ID: 'holdfast', HOLDFAST_OIDC_CLIENT_SECRET: 'kettle',
    HOLDFAST_URL: 'https://holdfast.example/',
  }
  test('a provider needs four things, and gets words and a claim', () => {
    expect(readSettings({ ...provider, HOLDFAST_PASSWORDS: 'off', HOLDFAST_SECOND_FACTOR: 'privileged' }).signIn).toEqual({
      secret: null, passwords: false, secondFactor: 'privileged',
      provider: {
        issuer: 'https://login.example/tenant', clientId: 'holdfast', clientSecret: 'kettle', label: 'your work account', nameClaim: 'email',
        publicUrl: 'https://holdfast.example',
      },
    })
  })
  test.each([
    [{ HOLDFAST_OIDC_ISSUER: 'https://login.example' }, 'HOLDFAST_OIDC_CLIENT_ID, HOLDFAST_OIDC_CLIENT_SECRET, HOLDFAST_URL are missing'],
    [{ ...provider, HOLDFAST_OIDC_ISSUER: 'http://login.example' }, 'HOLDFAST_OIDC_ISSUER is "http://login.example"'],
    [{ ...provider, HOLDFAST_URL: 'https://holdfast.example/app' }, 'HOLDFAST_URL is "https://holdfast.example/app"'],
    [{ HOLDFAST_PASSWORDS: 'off' }, 'nobody could sign in'],
    [{ HOLDFAST_PASSWORDS: 'no' }, 'HOLDFAST_PASSWORDS is "no"'],
    [{ HOLDFAST_SECOND_FACTOR: 'yes' }, 'HOLDFAST_SECOND_FACTOR is "yes"'],
    [{ HOLDFAST_SECRET: 'short' }, 'HOLDFAST_SECRET is too short'],
  ])('%j is refused: %s', (environment, words) => {
    expect(() => readSettings(environment)).toThrow(words)
  })
  test('a secret is never repeated', () => {
    expect(() => readSettings({ ...provider, HOLDFAST_SECRET: 'geheim', HOLDFAST_OIDC_ISSUER: 'nonsense' })).toThrow(/^((?!geheim|kettle)[\s\S])*$/)
  })
})
