import { defineConfig, type ViteUserConfig } from 'vitest/config'

const config: ViteUserConfig = defineConfig({
  test: { include: ['test/shared/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})

export default config
