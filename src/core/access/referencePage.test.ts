/** The reference page is the table: made again here and compared (`-u` writes it). */
import { expect, test } from 'vitest'
import { accessPage } from './referencePage.ts'

test('docs/reference/access.md is what the table says', async () => {
  await expect(accessPage()).toMatchFileSnapshot('../../../docs/reference/access.md')
})
