import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['engine/**/*.test.ts', 'tests/conformance/**/*.test.ts', 'tests/docs/**/*.test.ts', 'labs/**/*.test.ts'],
    testTimeout: 20_000,
    pool: 'threads',
  },
});
