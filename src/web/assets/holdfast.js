// Everything works without this script. It adds: components' keyboard and focus help, and a progress that moves by itself.
import { createAll, Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink } from './govuk-frontend.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
for (const component of [Button, ErrorSummary, NotificationBanner, PasswordInput, ServiceNavigation, SkipLink]) createAll(component)

const long = document.querySelectorAll('form[data-keep]')
if (long.length > 0) import('./keep.js').then(({ keep }) => long.forEach(keep))

const progress = document.querySelector('[data-progress]')
if (progress instanceof HTMLElement) follow(progress)

/** Asks how far an import is, more and more seldom, and loads the page anew when it has ended. */
function follow(place) {
  const bar = place.querySelector('progress')
  const words = place.querySelector('[data-progress-words]')
  let wait = 1500
  const ask = async () => {
    try {
      const answer = await fetch(place.dataset.progress, { headers: { accept: 'application/json' }, redirect: 'error' })
      if (!answer.ok) return
      const now = await answer.json()
      if (now.ended) return void location.reload()
      if (words.textContent !== now.words) words.textContent = now.words
      if (now.total === null) bar.removeAttribute('value')
      else {
        bar.max = now.total
        bar.value = now.done
      }
    } catch {
      // The server is away or the session has ended: the "Check again" link still tells the truth.
    }
    wait = Math.min(wait * 1.2, 10000)
    setTimeout(ask, wait)
  }
  setTimeout(ask, wait)
}
