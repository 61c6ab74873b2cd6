import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Through the whole program, against a world of its own: the command line, the Action, the package. */
const E2E = ['test/e2e/**/*.test.ts'];
/** A part of the program with a real git, a real server on loopback or another process. All others are unit tests. */
const SERVERS = [
  'test/{commands,demo,environments,git,github,publish}/**/*.test.ts',
  'test/*.test.ts',
  'test/verify/{kubernetes,verify}.test.ts',
  'test/hcl/{edit,remove}.property.test.ts',
  'test/report/{diff,markdown-github}.test.ts',
];

/** `npm run test:unit`, `test:servers`, `test:e2e`; `npm test` runs all three. */
function project(
  name: string,
  include: readonly string[],
  more: object = {},
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include: [...include], ...more } };
}

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      project('unit', ['test/**/*.test.ts'], {
        exclude: [...E2E, ...SERVERS],
        setupFiles: ['test/unit-setup.ts'],
        // pure code leaves nothing behind: loading the program once a worker halves the time
        isolate: false,
      }),
      project('servers', SERVERS),
      project('e2e', E2E),
    ],
    globalSetup: 'test/global-setup.ts',
    env: { TZ: 'America/Los_Angeles', FORCE_COLOR: '0', GIT_CONFIG_NOSYSTEM: '1' },
    // vitest leaves one processor free, which is half of two
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
    // GitHub's validator imports JSON and files without their extension
    server: { deps: { inline: [/@actions\//] } },
  },
});
