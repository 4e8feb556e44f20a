// Bundles the agent (one file with everything in it), the collector (own code only) and the pages; runs on the pinned Node.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build as esbuild } from 'esbuild'
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

await esbuild({
  ...common,
  entryPoints: ['agent/src/cli.ts'],
  outfile: 'agent/dist/agent.mjs',
  minifySyntax: true,
  minifyWhitespace: true,
  banner: { js: `${requireBanner}\n${nodeCheck}` },
})

await esbuild({
  ...common,
  entryPoints: { collector: 'collector/src/cli.ts', 'writer-thread': 'collector/src/store/writer/thread.ts' },
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
  banner: { js: nodeCheck },
})

if (existsSync(join(root, 'collector/web/index.html'))) {
  const { build: vite } = await import('vite')
  await vite({ configFile: join(root, 'collector/web/vite.config.ts'), root: join(root, 'collector/web'), logLevel: 'warn' })
}
