import { defineConfig } from 'vitest/config';

/** Real containers, one file after another: side by side they slow each other down threefold. */
export default defineConfig({
  test: {
    include: ['tests/docker/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
