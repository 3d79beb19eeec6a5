/**
 * Styles, scripts and pictures: read once, made ready once (fonts out, compressed), kept in memory under one version.
 *
 * The styles of GOV.UK name a font that only gov.uk may use and a crest that only the Crown may use: both are taken
 * out here, so no page can ask for them. A version in the address lets browsers keep each file for a year.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

export interface Asset {
  readonly type: string
  readonly plain: Buffer
  readonly brotli: Buffer
  readonly gzip: Buffer
}

export interface Assets {
  /** Part of every asset's address; changes when any of them does. */
  readonly version: string
  readonly files: ReadonlyMap<string, Asset>
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const require = createRequire(import.meta.url)

/** The folder that holds `govuk/` and the one that holds `moj/`: also where templates import macros from. */
export function packageFolders(): { readonly govuk: string; readonly moj: string } {
  return {
    govuk: dirname(dirname(require.resolve('govuk-frontend'))),
    moj: dirname(dirname(require.resolve('@ministryofjustice/frontend'))),
  }
}

/** A style sheet of GOV.UK or MoJ with its font, crest and source map left out and its pictures beside it. */
function ownStyle(css: string): string {
  return css
    .replace(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/"?GDS Transport"?,\s*arial/gi, 'Arial')
    .replaceAll(/url\("?\/assets\/images\/govuk-crest\.svg"?\)/g, 'none')
    .replaceAll('url(/assets/images/', 'url(')
    .replace(/\/\*# sourceMappingURL=.*?\*\//, '')
}

const withoutMap = (script: string): string => script.replace(/\n?\/\/# sourceMappingURL=.*$/m, '')

/** Reads every asset. `webFolder` is `src/web`, wherever it lies. */
export function loadAssets(webFolder: string): Assets {
  const { govuk, moj } = packageFolders()
  const text = (path: string): string => readFileSync(path, 'utf8')
  const sources = new Map<string, string>([
    ['govuk.css', ownStyle(text(join(govuk, 'govuk/govuk-frontend.min.css')))],
    ['moj.css', ownStyle(text(join(moj, 'moj/moj-frontend.min.css')))],
    ['govuk-frontend.js', withoutMap(text(join(govuk, 'govuk/govuk-frontend.min.js')))],
  ])
  const named = [...sources.values()].flatMap((style) => [...style.matchAll(/url\(([\w-]+\.svg)\)/g)])
  for (const [, name] of named) {
    const path = join(moj, 'moj/assets/images', name ?? '')
    if (name !== undefined && existsSync(path)) sources.set(name, text(path))
  }
  const own = join(webFolder, 'assets')
  for (const name of readdirSync(own)) {
    if (extname(name) in types) sources.set(name, text(join(own, name)))
  }
  // The timeline's few rules ride with ours: one request less.
  sources.set('holdfast.css', `${sources.get('holdfast.css') ?? ''}\n${text(join(webFolder, 'timeline/timeline.css'))}`)
  const hash = createHash('sha256')
  for (const [name, content] of sources) hash.update(name).update('\0').update(content).update('\0')
  const files = new Map(
    [...sources].map(([name, content]): [string, Asset] => {
      const plain = Buffer.from(content, 'utf8')
      return [name, {
        type: types[extname(name)] ?? 'application/octet-stream',
        plain,
        brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        gzip: gzipSync(plain, { level: 9 }),
      }]
    }),
  )
  return { version: hash.digest('hex').slice(0, 12), files }
}

/** Puts the files on the server, under the version that they are. */
export function serveAssets(app: FastifyInstance, assets: Assets): void {
  app.get<{ Params: { version: string; name: string } }>('/assets/:version/:name', { compress: false }, async (request, reply) => {
    const asset = assets.files.get(request.params.name)
    if (asset === undefined || request.params.version !== assets.version) {
      return reply.status(404).type('text/plain; charset=utf-8').header('cache-control', 'no-store').send('Not found')
    }
    const accepted = String(request.headers['accept-encoding'] ?? '')
    reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
    if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(asset.brotli)
    if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(asset.gzip)
    return reply.send(asset.plain)
  })
}
