import { defineConfig } from 'vitest/config';

/** What needs the built site: one file after another, as they share two cores with a browser. */
export default defineConfig({
  test: {
    include: ['tests/browser/*.test.ts', 'tests/parity/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
