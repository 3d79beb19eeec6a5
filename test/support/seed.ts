/**
 * The seed of every generated test. A build asks the same questions each time, so that a red build means a change made it
 * red; HOLDFAST_SEED asks others, and a long run (HOLDFAST_LONG=1) new ones each time.
 */
import fc from 'fast-check'

const given = process.env['HOLDFAST_SEED']

export const seed = given !== undefined ? Number(given) : process.env['HOLDFAST_LONG'] === '1' ? Date.now() % 1_000_000 : 903

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })
