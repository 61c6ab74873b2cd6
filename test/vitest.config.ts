import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    env: { TZ: 'America/Los_Angeles', FORCE_COLOR: '0', GIT_CONFIG_NOSYSTEM: '1' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    // GitHub's validator imports JSON and files without their extension
    server: { deps: { inline: [/@actions\//] } },
  },
});
