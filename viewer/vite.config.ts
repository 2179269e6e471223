import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { contentPolicy } from './content-policy.ts'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [viteSingleFile({ removeViteModuleLoader: true }), contentPolicy()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    // the stages of src do nothing when they are loaded: what is not used is left out, with what it imports
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !/[\\/]src[\\/](?!main\.tsx|style)/.test(id) },
    },
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
  },
})
