// Long forms (data-keep) save themselves as drafts every ten seconds while something changes, and once more when the page
// is hidden. A draft that was left is offered back. Losing the connection or the session is said, and what is typed stays.

const every = 10000
const soon = 3000
/** What a browser sends when a page goes away is at most 64 KB. */
const mostWhenLeaving = 60000

/** Looks after one form. */
export function keep(form) {
  const address = form.dataset.keep || location.pathname
  const status = document.createElement('p')
  status.className = 'govuk-hint hf-keep'
  status.setAttribute('role', 'status')
  form.append(status)
  let saved = written(form)
  let saving = false
  let sent = false
  let timer

  const body = () => {
    const fields = new URLSearchParams(written(form))
    fields.set('_csrf', form.elements._csrf.value)
    fields.set('_address', address)
    return fields
  }

  const save = async () => {
    clearTimeout(timer)
    const now = written(form)
    if (sent || saving || now === saved) return void (timer = setTimeout(save, every))
    saving = true
    let wait = every
    try {
      const answer = await fetch('/kept/draft', { method: 'POST', body: body(), headers: { accept: 'application/json' } })
      if (answer.status === 401) {
        status.textContent = 'You have been signed out. What you typed is still on this page: send it, sign in again, and you get it back as it is.'
      } else if (answer.ok) {
        const kept = await answer.json()
        saved = now
        mark(form, kept.keptId)
        status.textContent = `Draft saved ${kept.keptAt}`
      } else {
        status.textContent = 'The draft could not be saved. What you typed is still on this page; copy it before you leave.'
      }
    } catch {
      status.textContent = 'The connection is lost. What you typed is still on this page, and Holdfast goes on trying to save it.'
      wait = soon
    }
    saving = false
    timer = setTimeout(save, wait)
  }
  timer = setTimeout(save, every)

  const leave = () => {
    if (sent || written(form) === saved) return
    const last = body()
    if (last.toString().length > mostWhenLeaving) return void save()
    saved = written(form)
    fetch('/kept/draft', { method: 'POST', body: last, keepalive: true }).catch(() => { saved = '' })
  }
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') leave() })
  addEventListener('pagehide', leave)
  addEventListener('online', save)
  form.addEventListener('submit', () => { sent = true })
  // Back from a page that answered with nothing: the form is open again.
  addEventListener('pageshow', () => { sent = false })

  offer(form, address, () => { saved = '' })
}

/** Everything typed in a form as one text; no password, no file, nothing of ours. */
function written(form) {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    const control = form.elements[name]
    if (typeof value === 'string' && !name.startsWith('_') && control?.type !== 'password') fields.append(name, value)
  }
  return fields.toString()
}

/** Says with the form which draft it is, so that the draft goes when the form is sent. */
function mark(form, keptId) {
  const field = form.elements._kept ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name: '_kept' }))
  field.value = keptId
}

/** Offers a draft that was left, if there is one and it says something else than the form. */
async function offer(form, address, changed) {
  let draft
  try {
    const answer = await fetch(`/kept/draft?address=${encodeURIComponent(address)}`, { headers: { accept: 'application/json' } })
    if (answer.status !== 200) return
    draft = await answer.json()
  } catch {
    return
  }
  if (new URLSearchParams(draft.fields).toString() === written(form)) return void mark(form, draft.keptId)
  const box = document.createElement('div')
  box.className = 'govuk-inset-text hf-draft'
  box.setAttribute('role', 'region')
  box.setAttribute('aria-label', 'Draft')
  const words = Object.assign(document.createElement('p'), { className: 'govuk-body', textContent: `You began this form and did not send it. The draft is of ${draft.keptAt}.` })
  const button = (text) => Object.assign(document.createElement('button'), { type: 'button', className: 'govuk-button govuk-button--secondary', textContent: text })
  const back = button('Put it back')
  const away = button('Throw it away')
  const group = Object.assign(document.createElement('div'), { className: 'govuk-button-group' })
  group.append(back, away)
  box.append(words, group)
  form.before(box)
  back.addEventListener('click', () => {
    fill(form, draft.fields)
    mark(form, draft.keptId)
    changed()
    box.remove()
    form.querySelector('textarea, input:not([type=hidden]), select')?.focus()
  })
  away.addEventListener('click', async () => {
    const fields = new URLSearchParams({ _csrf: form.elements._csrf.value, kept: draft.keptId })
    await fetch('/kept/discard', { method: 'POST', body: fields, headers: { accept: 'application/json' } }).catch(() => undefined)
    box.remove()
  })
}

/** Puts values back where they were typed: by name and, where a name comes again, by order. */
function fill(form, fields) {
  const left = new Map()
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value])
  for (const control of form.elements) {
    if (!control.name || control.name.startsWith('_') || control.type === 'password' || control.type === 'file') continue
    const values = left.get(control.name) ?? []
    if (control.type === 'checkbox' || control.type === 'radio') {
      control.checked = values.includes(control.value)
    } else if (control instanceof HTMLSelectElement && control.multiple) {
      for (const option of control.options) option.selected = values.includes(option.value)
    } else if (values.length > 0) {
      control.value = values.shift()
    }
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
