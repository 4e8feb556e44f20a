// Bundles the agent (one file with everything in it), the collector (own code only) and the pages; runs on the pinned Node.
import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { composeInventory } from './compose-inventory.mjs'
import { root } from './prepare.mjs'

const nodeCheck = `if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('This program needs Node 24 or newer; this is ' + process.version + '. Run it through npm (npm start, npm run agent, npm run collector), which brings its own.');
  process.exit(1);
}`

// CommonJS packages inside an ES module bundle still call require.
const requireBanner = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  logLevel: 'warning',
  absWorkingDir: root,
  sourcemap: 'linked',
}

// esbuild hoists imports of Node's own modules to the top of the one file, so the resident agent would load HTTP/2, TLS and
// the rest at its start. Behind a CommonJS stub they load when the module that wants them does.
const builtinsWhenWanted = {
  name: 'builtins-when-wanted',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ path, kind }) =>
      kind !== 'entry-point' && isBuiltin(path) ? { path, namespace: 'node-builtin' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'node-builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
    }))
  },
}

// One bundle for each kind of process. The resident one holds the text of what it loads in memory for months, so what the
// commands and children need lies in a file of its own; the engine for PAC files is as large as all the rest, and few PCs need it.
const agentBundles = { '/commands/run.ts': 'resident.mjs', '/commands/index.ts': 'commands.mjs', '/pac-engine.ts': 'pac-engine.mjs' }
const bundlesBeside = {
  name: 'bundles-beside',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      const bundle = Object.entries(agentBundles).find(([end]) => kind === 'dynamic-import' && path.endsWith(end))?.[1]
      return bundle ? { path: `./${bundle}`, external: true } : undefined
    })
  },
}

await esbuild({
  ...common,
  plugins: [builtinsWhenWanted, bundlesBeside],
  entryPoints: {
    agent: 'agent/src/cli.ts',
    resident: 'agent/src/commands/run.ts',
    commands: 'agent/src/commands/index.ts',
    'pac-engine': 'agent/src/proxy/pac-engine.ts',
    'update-runner': 'agent/src/runner/main.ts',
  },
  outdir: 'agent/dist',
  outExtension: { '.js': '.mjs' },
  minify: true,
  banner: { js: `${requireBanner}\n${nodeCheck}` },
})
copyFileSync(join(root, 'node_modules/quickjs-wasi/quickjs.wasm'), join(root, 'agent/dist/quickjs.wasm'))

writeFileSync(join(root, 'agent/dist/windows-inventory.ps1'), composeInventory(root))

// Electron's main process and preload script: a sandboxed preload must be CommonJS, and Electron brings itself.
await esbuild({
  ...common,
  format: 'cjs',
  entryPoints: { main: 'agent/src/desktop/main.ts', preload: 'agent/src/preload/preload.ts', fuses: 'agent/src/desktop/fuses.ts' },
  outdir: 'agent/dist/desktop',
  outExtension: { '.js': '.cjs' },
  external: ['electron'],
})

await esbuild({
  ...common,
  entryPoints: {
    'collector-main': 'collector/src/cli.ts',
    'writer-thread': 'collector/src/store/writer/thread.ts',
    'list-thread': 'collector/src/register/reading-thread.ts',
  },
  outdir: 'collector/dist',
  outExtension: { '.js': '.mjs' },
  // Packages stay packages (native drivers, static files of plugins); @somay/shared is ours and goes in.
  plugins: [
    {
      name: 'packages-stay',
      setup(build) {
        build.onResolve({ filter: /^[^./#]/ }, (args) =>
          args.path.startsWith('@somay/') || args.kind === 'entry-point' ? undefined : { path: args.path, external: true },
        )
      },
    },
  ],
})
// Imports run before anything else in a file, and an older Node already fails on them: so the check stands in a file before.
writeFileSync(join(root, 'collector/dist/collector.mjs'), `${nodeCheck}\nawait import('./collector-main.mjs')\n`)

const { build: vite } = await import('vite')
for (const pages of ['collector/web', 'agent/src/window']) {
  if (existsSync(join(root, pages, 'index.html')))
    await vite({ configFile: join(root, pages, 'vite.config.ts'), root: join(root, pages), logLevel: 'warn' })
}
