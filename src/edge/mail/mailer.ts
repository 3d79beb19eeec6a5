/** Sends mail over SMTP. */
import { createTransport } from 'nodemailer'
import type { MailSettings } from './settings.ts'

export interface Mailer {
  /** Resolves when the mail server has taken the message; throws when it has not. */
  send(message: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>
  close(): void
}

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/

/** A mailer. Anything but the same machine is spoken to over TLS, or not at all. */
export function mailerOf({ smtpUrl, from }: Pick<MailSettings, 'smtpUrl' | 'from'>): Mailer {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? (secure ? 465 : 587) : Number(url.port), secure,
    requireTLS: !secure && !loopback.test(url.hostname),
    ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000,
    // Text of ours alone goes out: nothing is read from a file or an address named in a message.
    disableFileAccess: true, disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text }) {
      await transport.sendMail({ from: { name: 'Holdfast', address: from }, to, subject, text })
    },
    close: () => transport.close(),
  }
}
