/** What the comparison with recorded executions needs to know beside the records. */
import type { Label } from '#engine/index.ts';

/** What was given when a record was made. */
export const BEYOND: Record<string, { inputs?: Record<string, unknown>; labels?: Label[] }> = {
  'labels-vars-outputs': { labels: [{ key: 'extra', value: 'one' }] },
  'inputs-all': {
    inputs: {
      s: 'x',
      i: 7,
      f: 2.5,
      b: true,
      multi: ['a', 'c'],
      d: '2024-02-29',
      dt: '2024-02-29T10:00:00Z',
      t: '10:20:30',
      du: 'PT5M',
      j: '{"a": [1, 2]}',
      y: 'a: 1',
      u: 'https://example.com/x',
      arr: [1, 2],
      em: 'a@b.co',
      file: { name: '.upl', content: new TextEncoder().encode('hello file\n') },
    },
  },
};

/** Where we differ on purpose. */
export const OURS: Record<string, { state: string; why: string }> = {
  'wrong-concurrent-runtime': { state: 'FAILED', why: 'A Kestra leaves it RUNNING for ever.' },
  'shell-no-docker': { state: 'SUCCESS', why: 'Which runner is used is the choice of the person at the keyboard.' },
};

/** Run on Node's host, with its embedded Postgres and DuckDB, scripts as processes. */
export const ON_NODE: ReadonlySet<string> = new Set([
  'duckdb',
  'foreachitem',
  'pg-copyin-bad',
  'pg-queries',
  'pg-unreachable',
  'purge',
  'python-fail',
  'python-hello',
  'retry-success',
  'shell-exit3',
  'shell-no-docker',
  'timeout-shell',
  'working-directory',
]);

/** Where Kestra 1.1.0 logs a value that does not fit twice; 1.1.15 once, as we do. */
export const SAID_TWICE: ReadonlySet<string> = new Set(['bad-timeout-runtime', 'wrong-level-runtime']);

/** Not matched yet, with the reason. A test fails when one of them starts to match. */
export const NOT_YET: Record<string, string> = {
  'bad-syntax-runtime': 'differs in a log line, an attempt or an output',
};
