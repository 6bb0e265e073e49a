import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'engine/**/*.test.ts',
      'site/src/**/*.test.ts',
      'tests/{conformance,crash,kestra,reference,hostile,cli,tasks}/**/*.test.ts',
    ],
    exclude: ['**/slow/**'],
    testTimeout: 20_000,
    pool: 'threads',
    // Half of the tests wait for processes that they start; by itself one worker would be taken on two cores.
    maxWorkers: 2,
  },
});
