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

/** Not matched yet, with the reason. */
export const NOT_YET: Record<string, string> = {};
