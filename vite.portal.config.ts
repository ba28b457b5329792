import { join } from 'node:path'
import { defineConfig } from 'vite'

/** The customer's portal: an entry and a bundle of its own, served below /portal. Nothing is loaded from elsewhere. */
export default defineConfig({
  root: join(import.meta.dirname, 'src/portal'),
  base: '/portal/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(import.meta.dirname, 'dist/web/portal'),
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A strict content policy allows no inline data, so small pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
