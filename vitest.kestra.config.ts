import { defineConfig } from 'vitest/config';

/** Both sides live: one worker and one module graph, so that all files share one reference engine. */
export default defineConfig({
  test: {
    include: ['tests/kestra/**/*.live.ts'],
    testTimeout: 600_000,
    pool: 'threads',
    isolate: false,
    fileParallelism: false,
    maxConcurrency: 40,
  },
});
