/** How the pages are built: for Chrome 109, the last one on Windows 7 and 8.1, and for a policy without inline scripts or styles. */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const COLLECTOR = process.env.SOMAY_URL ?? 'http://127.0.0.1:8420'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'chrome109',
    cssTarget: 'chrome109',
    // Inlined assets would be data: addresses, which the policy forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: { proxy: { '/api': COLLECTOR } },
})
