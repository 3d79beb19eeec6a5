import { roles, type Role } from '../../core/access/roles.ts'
import { chosenAuthority, UsageError } from '../../edge/operator.ts'
import { newId } from '../../edge/ids.ts'
import { hashPassword } from '../../edge/passwords.ts'
import { addPerson as add } from '../../edge/people.ts'
import { plainSigns } from '../../edge/signIn/plainSigns.ts'
import type { Command } from '../command.ts'
import { exitCodes, say } from '../output.ts'
import { withHoldfast } from '../withHoldfast.ts'

function rolesOf(value: string | boolean | undefined): readonly Role[] {
  const named = typeof value === 'string' ? value.split(',').map((role) => role.trim()) : []
  const unknown = named.filter((role) => !roles.some((known) => known === role))
  if (named.length === 0 || unknown.length > 0) {
    throw new UsageError(`--role takes ${roles.join(', ')}, with commas between several.`)
  }
  return roles.filter((role) => named.includes(role))
}

export const addPerson: Command = {
  name: 'add-person',
  summary: 'Let a person sign in, with a password made for them',
  help: `holdfast add-person SIGN-IN-NAME --name "Priya Sandhu" --role "performance analyst" [--authority 309]

  SIGN-IN-NAME      what the person types to sign in
  --name TEXT       the person's name as others see it
  --role ROLES      ${roles.join(', ')};
                    several with commas between
  --authority NNN   the authority's DfE number, when more than one is held

Prints a new password once; it is kept nowhere.
Exit codes: 0 done, 1 the sign-in name is taken, 2 given wrongly, 3 failed.`,
  options: { name: { type: 'string' }, role: { type: 'string' }, authority: { type: 'string' } },
  async run({ values, words }) {
    const [signInName] = words
    if (signInName === undefined || words.length > 1) throw new UsageError('Say what the person types to sign in: holdfast add-person SIGN-IN-NAME.')
    if (!/^[\p{L}\p{N}._@-]{2,100}$/u.test(signInName)) throw new UsageError('A sign-in name has 2 to 100 letters, figures, dots, hyphens, underscores or @.')
    const { name } = values
    if (typeof name !== 'string' || name.trim() === '') throw new UsageError('Say who the person is with --name.')
    const held = rolesOf(values['role'])
    return withHoldfast(async (holdfast) => {
      const authorityId = await chosenAuthority(holdfast.pool, typeof values['authority'] === 'string' ? values['authority'] : undefined)
      // Twenty characters of 31: about 99 bits.
      const password = plainSigns(4)
      const personId = newId()
      const kept = await add(holdfast.pool, {
        authorityId, personId, signInName, name: name.trim(), roles: held, passwordHash: await hashPassword(password),
      })
      if (kept !== personId) {
        say(`${signInName} is taken. Choose another sign-in name.`)
        return exitCodes.refused
      }
      say(`${name.trim()} signs in as ${signInName} with the password`)
      say(`  ${password}`)
      return exitCodes.done
    })
  },
}
