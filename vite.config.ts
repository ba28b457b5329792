import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Of the widgets those that many rooms use; what one room alone shows comes with that room.
const chunks = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
  { name: 'antd', test: /node_modules\/(antd|@ant-design|@rc-component|rc-[\w-]+|dayjs)\//, minShareCount: 8 },
  { name: 'tanstack', test: /node_modules\/@tanstack\// },
]

/** The console. What changes seldom stands in chunks of its own, so that a new version is a small download; nothing is loaded from elsewhere. */
export default defineConfig({
  root: join(import.meta.dirname, 'src/console'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A strict content policy allows no inline data, so small pictures stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
