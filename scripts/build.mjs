// Bundles the TypeScript into dist/holdfast.js, with a piece beside it for each command, so that a command loads only what
// it needs, and into dist/check.cjs, one script that checks a return and needs nothing beside it but the rules' data. Puts
// there too, under their own paths, the files that the code reads at run time (migrations, views, styles). Packages stay
// outside, in node_modules, but for those of the check.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { billOfMaterialsText } from './billOfMaterials.mjs'
import { lastSeen, project, readIfThere, refuse, removeFolder, sourcesHash, writeSeen } from './project.mjs'

const always = { platform: 'node', target: 'node20', sourcemap: true, logLevel: 'warning' }

export async function build() {
  const source = join(project, 'src')
  const entry = join(source, 'cli', 'holdfast.ts')
  if (!existsSync(entry)) refuse(`There is nothing to build: ${entry} is missing. Is this checkout complete?`)
  const seen = lastSeen()
  const hash = await sourcesHash()
  // Made aside and swapped in when whole: a build cut short leaves no half of a bundle, and two builds do not mix.
  const making = join(project, `dist.new-${process.pid}`)
  removeFolder(making)
  mkdirSync(making)
  try {
    const esbuild = await import('esbuild')
    await esbuild.build({
      entryPoints: [entry],
      outdir: making,
      bundle: true,
      splitting: true,
      // All in one folder: the code finds its files by where it lies.
      chunkNames: '[name]-[hash]',
      external: packages(),
      format: 'esm',
      ...always,
    })
    const { metafile } = await esbuild.build({
      entryPoints: [join(source, 'cli', 'checkAlone.ts')],
      absWorkingDir: project,
      metafile: true,
      outfile: join(making, 'check.cjs'),
      bundle: true,
      format: 'cjs',
      define: { 'import.meta.dirname': '__dirname' },
      // A function of what it finds around it, for `runCompiled`.
      banner: { js: '(function (require, __dirname) {' },
      footer: { js: '})' },
      // Less to read; the names stay, for whoever has to find out what failed.
      minifyWhitespace: true,
      minifySyntax: true,
      ...always,
    })
    // Its service would otherwise live as long as the process that goes on to run the bundle.
    await esbuild.stop()
    for (const file of readdirSync(source, { recursive: true, withFileTypes: true })) {
      if (!file.isFile() || /\.(ts|md)$/.test(file.name)) continue
      const path = join(file.parentPath, file.name)
      const target = join(making, relative(source, path))
      mkdirSync(dirname(target), { recursive: true })
      cpSync(path, target)
    }
    writeFileSync(join(making, 'bill-of-materials.cdx.json'), billOfMaterialsText())
    writeFileSync(join(making, 'built-from'), hash)
    writeSeen(making, seen, new Set(Object.keys(metafile.inputs).map((path) => path.replaceAll('/', sep))))
    swapIn(making, join(project, 'dist'), hash)
  } catch (error) {
    removeFolder(making)
    if (error.code === 'ERR_MODULE_NOT_FOUND') refuse('esbuild is not installed. Run "npm ci --include=dev" first, or "npm start", which does.')
    if (error.code === 'EACCES' || error.code === 'EROFS') {
      refuse(`The bundle is out of date and ${project} may not be written. Run "npm run build" once as the user it belongs to.`)
    }
    if (Array.isArray(error.errors)) refuse('The sources could not be bundled; esbuild says why above.')
    throw error
  }
}

/** Names of the packages that Holdfast declares. */
function packages() {
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))
  return Object.keys({ ...dependencies, ...optionalDependencies })
}

/** Puts the new bundle in the place of the old one; another process that was quicker with the same bundle is as good. */
function swapIn(making, dist, hash) {
  const old = `${making}-old`
  try {
    if (existsSync(dist)) renameSync(dist, old)
    renameSync(making, dist)
  } catch (error) {
    if (readIfThere(join(dist, 'built-from')) !== hash) throw error
  } finally {
    removeFolder(making)
    removeFolder(old)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
