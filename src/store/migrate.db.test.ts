import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/support/database.ts'
import { migrate } from './migrate.ts'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await testDatabase({ empty: true })
  folder = mkdtempSync(join(tmpdir(), 'holdfast migrations '))
  file('001-ground.sql', 'create table kettle (kettle_id integer primary key);\ninsert into kettle values (1);\n')
  file('002-lids.sql', 'alter table kettle add lid text;\n')
})

afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

const file = (name: string, sql: string): void => writeFileSync(join(folder, name), sql)
const run = (): Promise<readonly string[]> => migrate(database.connection, folder)
const rows = async (sql: string): Promise<readonly unknown[]> => (await database.pool.query(sql)).rows
const tables = (): Promise<readonly unknown[]> => rows(`select tablename from pg_tables where schemaname = 'public' order by 1`)

describe('running', () => {
  test('runs the files in order and notes each with its checksum', async () => {
    expect(await run()).toEqual(['001-ground.sql', '002-lids.sql'])
    expect(await rows('select kettle_id, lid from kettle')).toEqual([{ kettle_id: 1, lid: null }])
    expect(await rows('select name, checksum from schema_migration order by name')).toEqual([
      {
        name: '001-ground.sql',
        checksum: createHash('sha256').update('create table kettle (kettle_id integer primary key);\ninsert into kettle values (1);\n').digest('hex'),
      },
      { name: '002-lids.sql', checksum: createHash('sha256').update('alter table kettle add lid text;\n').digest('hex') },
    ])
  })

  test('does nothing the second time, and only what is new the third', async () => {
    await run()
    expect(await run()).toEqual([])
    file('003-handles.sql', 'alter table kettle add handle text;')
    expect(await run()).toEqual(['003-handles.sql'])
    expect(await rows('select count(*)::int as kettles from kettle')).toEqual([{ kettles: 1 }])
  })

  test('eight processes at once run each file once', async () => {
    const ran = await Promise.all(Array.from({ length: 8 }, run))
    expect(ran.flat().sort()).toEqual(['001-ground.sql', '002-lids.sql'])
    expect(await rows('select count(*)::int as kettles from kettle')).toEqual([{ kettles: 1 }])
  })
})

describe('refusing', () => {
  test('a file changed after it ran, and runs nothing newer', async () => {
    await run()
    file('001-ground.sql', 'create table kettle (kettle_id bigint primary key);\n')
    file('003-handles.sql', 'alter table kettle add handle text;')
    await expect(run()).rejects.toThrow(
      '001-ground.sql was changed after this database ran it. Put the file back as it was and write the change as a new migration.',
    )
    expect(await rows('select name from schema_migration order by name')).toEqual([{ name: '001-ground.sql' }, { name: '002-lids.sql' }])
  })

  test('not a file whose line ends alone were changed', async () => {
    await run()
    file('001-ground.sql', 'create table kettle (kettle_id integer primary key);\r\ninsert into kettle values (1);\r\n')
    expect(await run()).toEqual([])
  })

  test('a database that a newer version has used', async () => {
    await run()
    rmSync(join(folder, '002-lids.sql'))
    await expect(run()).rejects.toThrow(`The database has had 002-lids.sql, which ${folder} does not hold: a newer Holdfast has used it.`)
  })

  test('a file that would run before one that has run', async () => {
    file('005-spouts.sql', 'alter table kettle add spout text;')
    await run()
    file('004-handles.sql', 'alter table kettle add handle text;')
    await expect(run()).rejects.toThrow('004-handles.sql comes before 005-spouts.sql, which this database has run. Give it a number after 005-spouts.sql.')
  })

  test('two files of one number', async () => {
    file('002-handles.sql', 'select 1')
    await expect(run()).rejects.toThrow(`002-handles.sql and 002-lids.sql in ${folder} have the same number.`)
    expect(await tables()).toEqual([])
  })

  test('a name that has no place in the order', async () => {
    file('3-handles.sql', 'select 1')
    await expect(run()).rejects.toThrow(`${join(folder, '3-handles.sql')} should be called NNN-name.sql`)
  })

  test('an empty folder', async () => {
    rmSync(join(folder, '001-ground.sql'))
    rmSync(join(folder, '002-lids.sql'))
    await expect(run()).rejects.toThrow(`There are no migrations in ${folder}.`)
  })
})

describe('failing', () => {
  test('undoes the whole file, keeps those before it, names the line, and can be mended', async () => {
    file('002-lids.sql', `create table lid (lid_id integer);\n-- é\ninsert into lid values ('round');\n`)
    await expect(run()).rejects.toThrow(
      '002-lids.sql line 3 failed and was undone; the database is as it was before it: invalid input syntax for type integer: "round"',
    )
    expect(await tables()).toEqual([{ tablename: 'kettle' }, { tablename: 'schema_migration' }])
    expect(await rows('select name from schema_migration')).toEqual([{ name: '001-ground.sql' }])
    file('002-lids.sql', 'create table lid (lid_id integer);')
    expect(await run()).toEqual(['002-lids.sql'])
  })
})

describe('the serving role', () => {
  test('is made without rights, and the login may take it on for one transaction', async () => {
    await run()
    expect(
      await rows(
        `select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
         from pg_roles where rolname = 'holdfast_app'`,
      ),
    ).toEqual([
      { rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
    ])
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query('set local role holdfast_app')
    expect((await client.query('select current_user::text as who')).rows).toEqual([{ who: 'holdfast_app' }])
    await expect(client.query('select from kettle')).rejects.toThrow('permission denied for table kettle')
    await client.query('rollback')
    client.release()
  })

  test('a login that is no superuser, but may make roles, can migrate and serve', async () => {
    const login = `${database.name}_owner`
    await database.pool.query(`create role ${login} login createrole password 'kettle'`)
    await database.pool.query(`alter database ${database.name} owner to ${login}`)
    await database.pool.query(`grant holdfast_app to ${login}`)
    const own = as(database.connection, login)
    try {
      expect(await migrate(own, folder)).toEqual(['001-ground.sql', '002-lids.sql'])
      const client = new pg.Client(own)
      await client.connect()
      await client.query('begin')
      await client.query('set local role holdfast_app')
      expect((await client.query('select current_user::text as who')).rows).toEqual([{ who: 'holdfast_app' }])
      await client.end()
    } finally {
      await database.pool.query(`reassign owned by ${login} to current_user`)
      await database.pool.query(`drop owned by ${login}`)
      await database.pool.query(`drop role ${login}`)
    }
  })

  test('a login that may not use it is told what an administrator has to run', async () => {
    const login = `${database.name}_plain`
    await database.pool.query(`create role ${login} login password 'kettle'`)
    try {
      await expect(migrate(as(database.connection, login), folder)).rejects.toThrow(
        'This login may not use the role holdfast_app that requests serve under. ' +
          'Have an administrator of the server run: grant holdfast_app to <this login>;',
      )
    } finally {
      await database.pool.query(`drop role ${login}`)
    }
  })
})

function as(connection: pg.PoolConfig, user: string): pg.PoolConfig {
  if (connection.connectionString === undefined) return { ...connection, user, password: 'kettle' }
  const url = new URL(connection.connectionString)
  url.username = user
  url.password = 'kettle'
  return { connectionString: url.href }
}
