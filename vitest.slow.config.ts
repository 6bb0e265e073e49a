import { defineConfig } from 'vitest/config';

/** What takes minutes and is run by `npm run test:all` only. The site must have been built. */
export default defineConfig({
  test: {
    include: ['tests/browser/slow/**/*.test.ts', 'tests/{crash,cli}/slow/**/*.test.ts'],
    maxConcurrency: 3,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
