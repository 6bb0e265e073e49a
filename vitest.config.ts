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
  },
});
