/** What was typed and could not be sent. */
import type { KeptForm } from '../../../app/signIn.ts'
import type { Page } from '../../route.ts'
import { momentWords } from '../../words/dates.ts'

/** The page that offers kept forms back, exactly as they were typed; `next` where the person wanted to go. */
export function keptPage(forms: readonly KeptForm[], next: string): Page {
  return {
    kind: 'page', view: 'kept', room: 'none', title: forms.length === 0 ? 'Nothing is waiting to be sent' : 'What you typed was not sent',
    model: {
      next,
      forms: forms.map((form) => ({
        keptId: form.keptId, address: form.address, typed: momentWords(form.keptAt),
        fields: form.fields.map(([name, value]) => ({ name, value, label: labelOf(name), blank: value.trim() === '' })),
      })),
    },
  }
}

/** `what-happened` as `What happened`: the page knows a field by its name alone. */
function labelOf(name: string): string {
  const plain = name.replaceAll(/[-_.[\]]+/g, ' ').trim()
  return plain === '' ? name : plain.charAt(0).toUpperCase() + plain.slice(1)
}
