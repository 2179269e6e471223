import { join } from 'node:path'
import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { contentPolicy } from './content-policy.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), contentPolicy()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    // the exporters know src/graph as a whole, of which a page can have only what needs no disk
    alias: [
      {
        find: /^\.\.\/graph\/index\.ts$/,
        replacement: join(import.meta.dirname, 'src/export/graph-parts.ts'),
      },
    ],
  },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
})
