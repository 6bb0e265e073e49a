/** What the comparison with recorded executions needs to know beside the records. */
import type { Label } from '#engine/index.ts';

/** What was given when a record was made. */
export const BEYOND: Record<string, { inputs?: Record<string, unknown>; labels?: Label[] }> = {
  'labels-vars-outputs': { labels: [{ key: 'extra', value: 'one' }] },
};

/** Where we differ on purpose. */
export const OURS: Record<string, { state: string; why: string }> = {
  'wrong-concurrent-runtime': { state: 'FAILED', why: 'A Kestra leaves it RUNNING for ever.' },
};

/** Run on Node's host, with its embedded Postgres and DuckDB. */
export const NEEDS_DATABASE: ReadonlySet<string> = new Set(['duckdb', 'pg-copyin-bad', 'pg-queries', 'pg-unreachable']);

/** Not matched yet, with the reason. A test fails when one of them starts to match. */
export const NOT_YET: Record<string, string> = {
  'bad-syntax-runtime': 'differs in a log line, an attempt or an output',
  'bad-timeout-runtime': 'differs in a log line, an attempt or an output',
  'errors-block': 'differs in a log line, an attempt or an output',
  foreach: 'differs in a log line, an attempt or an output',
  foreachitem: 'ForEachItem is to come',
  'inputs-all': 'differs in a log line, an attempt or an output',
  'parallel-one-fails': 'differs in a log line, an attempt or an output',
  purge: 'needs a script runner, which the host of this test does not have',
  'python-fail': 'needs a script runner, which the host of this test does not have',
  'python-hello': 'needs a script runner, which the host of this test does not have',
  'retry-new-execution': 'CREATE_NEW_EXECUTION is to come',
  'retry-success': 'needs a script runner, which the host of this test does not have',
  'shell-exit3': 'needs a script runner, which the host of this test does not have',
  'shell-no-docker': 'needs a script runner, which the host of this test does not have',
  sla: 'SLA is to come',
  'subflow-bad-input': 'differs in a log line, an attempt or an output',
  'subflow-missing': 'differs in a log line, an attempt or an output',
  'timeout-shell': 'needs a script runner, which the host of this test does not have',
  'working-directory': 'needs a script runner, which the host of this test does not have',
  'wrong-level-runtime': 'differs in a log line, an attempt or an output',
};
