/** The verdict: pure, from evidence. The first expectation of a check that does not hold is what its feedback shows. */
import type { Check, Lab } from '../lab.ts';
import { type Assertion, describe, holds, show } from './assertion.ts';
import type { Evidence, RunEvidence } from './evidence.ts';
import type { Expectation } from './expectation.ts';

export interface CheckResult {
  id: string;
  title: string;
  passed: boolean;
  /** Indonesian: what is missing and why; empty when passed. */
  message: string;
  expected?: string;
  got?: string;
  /** The page that explains it. */
  concept?: string;
}

export interface Verdict {
  lab: string;
  passed: boolean;
  points: { got: number; of: number };
  checks: CheckResult[];
}

export function judge(lab: Lab, evidence: Evidence): Verdict {
  const checks = lab.checks.map((check) => judged(check, lab, evidence));
  const of = lab.checks.reduce((sum, { points }) => sum + points, 0);
  const got = lab.checks.reduce((sum, { points }, index) => sum + (checks[index]?.passed ? points : 0), 0);
  return { lab: lab.id, passed: checks.every(({ passed }) => passed), points: { got, of }, checks };
}

function judged(check: Check, lab: Lab, { runs, stopped }: Evidence): CheckResult {
  const { id, title, feedback, concept } = check;
  const facts = { id, title, ...(concept !== undefined && { concept }) };
  for (const expectation of check.expect) {
    const run = runs[expectation.run ?? lab.runs[0]?.id ?? ''];
    if (!run) return { ...facts, passed: false, message: stopped ?? 'Flow belum sempat dijalankan untuk bagian ini.' };
    const { wanted, got, fits, trouble } = measured(expectation, run);
    if (fits) continue;
    const message = trouble === undefined ? feedback.trim() : `${feedback.trim()} ${trouble}`;
    return { ...facts, passed: false, message, expected: describe(wanted), got: show(got) };
  }
  return { ...facts, passed: true, message: '' };
}

interface Measured {
  wanted: Assertion;
  got: unknown;
  fits: boolean;
  trouble?: string;
}

function measured(expectation: Expectation, run: RunEvidence): Measured {
  if ('sql' in expectation) return asked(expectation.sql, expectation.value, run);
  if ('state' in expectation) return one(expectation.state, run.execution.state.current, firstError(run));
  if ('ticks' in expectation) return one(expectation.count, ticked(expectation.ticks, run), firstProblem(run));
  if ('taskRuns' in expectation) return one(expectation.count, counted(expectation.taskRuns, run));
  if ('file' in expectation) return some(expectation.file, filesOf(run));
  if ('filesLeft' in expectation) return one(expectation.filesLeft, run.filesLeft);
  if ('log' in expectation)
    return some(
      expectation.log,
      run.logs.map(({ message }) => message),
    );
  if ('output' in expectation) return one(expectation.value, run.execution.outputs?.[expectation.output]);
  return one(expectation.value, run.execution.labels.find(({ key }) => key === expectation.label)?.value);
}

const one = (wanted: Assertion, got: unknown, trouble?: string): Measured => ({
  wanted,
  got,
  fits: holds(wanted, got),
  ...(trouble !== undefined && { trouble }),
});

const some = (wanted: Assertion, candidates: readonly string[]): Measured => ({
  wanted,
  got: candidates.length > 0 ? candidates.slice(0, 5).join(', ') : null,
  fits: candidates.some((candidate) => holds(wanted, candidate)),
});

function asked(sql: string, wanted: Assertion, { answers }: RunEvidence): Measured {
  const answer = answers[sql];
  if (answer && 'value' in answer) return one(wanted, answer.value);
  return { wanted, got: null, fits: false, trouble: `Pesan Postgres: ${answer?.error ?? 'tidak ada jawaban'}` };
}

function counted({ type, state }: { type?: string | undefined; state?: string | undefined }, run: RunEvidence): number {
  return run.execution.taskRunList.filter(
    (taskRun) =>
      (type === undefined || run.types[taskRun.taskId] === type) &&
      (state === undefined || taskRun.state.current === state),
  ).length;
}

function ticked({ state, on }: { state?: string | undefined; on?: string | undefined }, { ticks = [] }: RunEvidence) {
  return ticks.filter(
    (tick) => (state === undefined || tick.state === state) && (on === undefined || tick.date.startsWith(on)),
  ).length;
}

/** Why a tick of a backfill started nothing, or how its execution failed. */
function firstProblem(run: RunEvidence): string | undefined {
  const stuck = run.ticks?.find(({ problem }) => problem !== undefined);
  return stuck?.problem === undefined ? firstError(run) : `Jadwal ${stuck.date}: ${stuck.problem}`;
}

/** The names of all files that tasks handed on, by the key or the address they were handed on under. */
function filesOf({ execution }: RunEvidence): string[] {
  const names = new Set<string>();
  const look = (key: string, value: unknown): void => {
    if (typeof value === 'string' && value.startsWith('kestra://')) {
      names.add(key);
      names.add(value.slice(value.lastIndexOf('/') + 1));
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, item] of Object.entries(value)) look(inner, item);
    }
  };
  for (const { outputs } of execution.taskRunList) look('', outputs);
  return [...names].filter(Boolean);
}

function firstError({ execution, logs }: RunEvidence): string | undefined {
  if (execution.state.current === 'SUCCESS') return undefined;
  const error = logs.find(({ level }) => level === 'ERROR');
  if (!error) return undefined;
  return `Task \`${error.taskId ?? ''}\`: ${error.message.slice(0, 300)}`;
}
