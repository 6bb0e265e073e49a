/**
 * What can be compared of an execution, as text: states, task runs in order with their outputs, attempts and log. What differs from run
 * to run (ids, times, durations, addresses) is taken out, what is empty is left out; so a golden is short and a difference is a line.
 *
 *   CREATED RUNNING SUCCESS
 *   loop/inner[value]#0: CREATED SUBMITTED RUNNING SUCCESS
 *     outputs {"value":"1"}
 *     INFO what it logged
 *   outputs {"of":"the flow"}
 */
import type { Execution, LogEntry, TaskRun } from '#engine/index.ts';

const VOLATILE: readonly [RegExp, string][] = [
  [/kestra:\/\/\/[^"\\ ]*\/([^"/\\ ]+)/g, 'kestra:///…'],
  [/\b[0-9A-Za-z]{20,22}\b|\b[0-9a-f]{64}\b/g, '#'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d(?::[\d.]+)?(?:Z|[+-]\d\d:\d\d)/g, '@'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,9}/g, '@'],
  // A secret is encrypted there and masked here.
  [/"(?:[A-Za-z0-9+/]{44,}={0,2}|\*{6})"/g, '"@"'],
  [/(execution duration of) PT[\d.]+S/g, '$1 @'],
];

/** Without what differs from run to run. */
export const plainText = (text: string): string =>
  VOLATILE.reduce((rest, [what, by]) => rest.replaceAll(what, by), text);

/** In place of words that are a Java library's and not Kestra's: only the level is compared. */
const JAVA = '‹java›';

/** What a Kestra may say beside the error itself, and may not: it tells no more. */
const BESIDE = /^Unable to (?:save output on taskRun|resolve outputs from the Flowable task)/;

const JAVA_WORDS =
  /^(?:Unrecognized token|Unexpected character|Text '.*' could not be parsed|Cannot deserialize).*|^(Unable to resolve (?:state|outputs) from the Flowable task: )?(?:[a-z]\w*\.)+[A-Z][\w$]*(?:Exception|Error)\b.*|^(Unable to resolve (?:state|outputs) from the Flowable task: )Cannot invoke "/s;

/** Our story, with `‹java›` where the golden has it and ours says something at the same level in the same place. */
export function alignedWith(golden: string, ours: string): string {
  const theirs = golden.split('\n');
  return ours
    .split('\n')
    .map((line, at) => {
      const wanted = theirs[at] ?? '';
      return wanted.endsWith(JAVA) && line.startsWith(wanted.slice(0, -JAVA.length)) ? wanted : line;
    })
    .join('\n');
}

/** One story for an execution and its log. `concurrent`: ids of tasks whose children start in no certain order (`concurrentTasks`). */
export function storyOf(execution: Execution, logs: readonly LogEntry[], concurrent: ReadonlySet<string>): string {
  const { labels, outputs, inputs, variables } = execution;
  const own = Object.fromEntries(
    labels.filter(({ key }) => !key.startsWith('system.')).map(({ key, value }) => [key, value]),
  );
  const lines = [
    statesOf(execution),
    ...inOrder(execution.taskRunList ?? [], concurrent).flatMap((taskRun) => runLines(taskRun, execution, logs)),
    ...spoken(logs.filter(({ taskRunId }) => taskRunId === undefined)),
    ...fact('inputs', inputs),
    ...fact('outputs', outputs),
    ...fact('labels', own),
    ...fact('variables', variables),
  ];
  return `${plainText(lines.join('\n'))}\n`;
}

function runLines(taskRun: TaskRun, execution: Execution, logs: readonly LogEntry[]): string[] {
  const attempts = (taskRun.attempts ?? []).map(statesOf);
  const usual = attempts.length === 1 && attempts[0] === `CREATED RUNNING ${taskRun.state.current}`;
  return [
    `${nameOf(taskRun, execution)}: ${statesOf(taskRun)}`,
    ...(usual ? [] : [`  attempts ${attempts.join(' | ') || 'none'}`]),
    ...fact('outputs', taskRun.outputs).map((line) => `  ${line}`),
    ...spoken(logs.filter((line) => line.taskRunId === taskRun.id && !isLate(line, taskRun))).map(
      (line) => `  ${line}`,
    ),
  ];
}

/** What was cut off may still speak. (Our own last word comes a moment after the end that it is about.) */
function isLate({ timestamp }: LogEntry, { state, attempts }: TaskRun): boolean {
  if (state.current !== 'FAILED' || attempts?.at(-1)?.state.current !== 'RUNNING' || !state.endDate) return false;
  return Date.parse(timestamp) > Date.parse(state.endDate) + 50;
}

const statesOf = ({ state }: Pick<TaskRun, 'state'>): string => state.histories.map((moment) => moment.state).join(' ');

/** `loop/inner[value]#0`: the parents' ids, its own, and where it stands in a loop. */
function nameOf({ taskId, parentTaskRunId, value, iteration }: TaskRun, execution: Execution): string {
  const parent = execution.taskRunList.find(({ id }) => id === parentTaskRunId);
  const place = `${value === undefined ? '' : `[${value}]`}${iteration === undefined ? '' : `#${iteration}`}`;
  return `${parent ? `${nameOf(parent, execution)}/` : ''}${taskId}${place}`;
}

/** Each line with its level and, where it was not the first, the try it belongs to; no stack traces. */
function spoken(logs: readonly LogEntry[]): string[] {
  return logs
    .filter(({ level, message }) => level !== 'TRACE' && !BESIDE.test(message ?? ''))
    .toSorted((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0))
    .map(({ level, message, attemptNumber }) => {
      const [text = ''] = (message ?? '').split(/\n\s+at /);
      const java = JAVA_WORDS.exec(text);
      const words = java ? `${java[1] ?? java[2] ?? ''}${JAVA}` : text.replaceAll('\n', '\\n');
      return `${level}${attemptNumber ? `#${attemptNumber}` : ''} ${words}`;
    });
}

function fact(name: string, value: unknown): string[] {
  const empty = value === undefined || value === null || Object.keys(value).length === 0;
  return empty ? [] : [`${name} ${JSON.stringify(sorted(value))}`];
}

/** With every map's keys in order: which order they have is seen where a template prints one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** As they were created; where that is a matter of chance, by iteration or name. */
function inOrder(taskRuns: readonly TaskRun[], concurrent: ReadonlySet<string>): TaskRun[] {
  if (concurrent.size === 0) return [...taskRuns];
  const childrenOf = (parent: TaskRun | undefined): TaskRun[] => {
    const children = taskRuns.filter(({ parentTaskRunId }) => parentTaskRunId === parent?.id);
    const ordered = parent && concurrent.has(parent.taskId) ? children.toSorted(byPlace) : children;
    return ordered.flatMap((child) => [child, ...childrenOf(child)]);
  };
  return childrenOf(undefined);
}

function byPlace(a: TaskRun, b: TaskRun): number {
  if (a.iteration !== undefined && b.iteration !== undefined) return a.iteration - b.iteration;
  return a.taskId < b.taskId ? -1 : a.taskId > b.taskId ? 1 : 0;
}
