/** What a check may ask of a run: one line of `expect` is one of these. */
import * as z from 'zod';
import { assertion } from './assertion.ts';

/** Which run it is about; the first where it is not said. */
const run = { run: z.string().optional() };

const state = z.strictObject({ ...run, state: assertion });
/** How many task runs there are, of a type, in a state. */
const taskRuns = z.strictObject({
  ...run,
  taskRuns: z.strictObject({ type: z.string().optional(), state: z.string().optional() }),
  count: assertion,
});
/** The first cell of the first row, asked right after the run. */
const sql = z.strictObject({ ...run, sql: z.string(), value: assertion });
/** Some file that a task handed on is called so. */
const file = z.strictObject({ ...run, file: assertion });
/** How many files of the run are still in internal storage. */
const filesLeft = z.strictObject({ ...run, filesLeft: assertion });
const label = z.strictObject({ ...run, label: z.string(), value: assertion });
/** Some line of the log fits. */
const log = z.strictObject({ ...run, log: assertion });
/** A flow's output. */
const output = z.strictObject({ ...run, output: z.string(), value: assertion });

/** How many ticks of a backfill ran; those in a state, those whose date starts so (`2021-01`). */
const ticks = z.strictObject({
  ...run,
  ticks: z.strictObject({ state: z.string().optional(), on: z.string().optional() }),
  count: assertion,
});

export const expectation = z.union([state, ticks, taskRuns, sql, file, filesLeft, label, log, output]);

export type Expectation = z.output<typeof expectation>;
