/**
 * What a whole Kestra server answered to 55 flows, against what our engine does: states, task runs and their order, outputs,
 * attempts, the log. The records are read from `../shared`; where they are missing this says so and leaves it at that.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Execution, type LogEntry } from '#engine/index.ts';
import { BEYOND, NOT_YET, ON_NODE, OURS, SAID_TWICE } from './executions.known.ts';

const GOLDEN = new URL('../../../shared/kestra/golden/exec/', import.meta.url);
const there = existsSync(GOLDEN);
const names = there
  ? readdirSync(GOLDEN)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.slice(0, -5))
  : [];

const read = (name: string) => readFileSync(new URL(name, GOLDEN), 'utf8');
/** What only a Kestra's process runner, its search for a Python and its REST API say. */
const UNSAID =
  /^(Starting command with pid|Killing process|Terminated$|Executing command: |Find|Python 3|Use uv|uv \d|python3$| {4}raise |Using a deprecated way to upload a FILE input)/;

const json = <T>(name: string) => JSON.parse(read(name)) as T;

/** Ids, times, folders and texts that differ from run to run are taken out; a number larger than JavaScript's is text with us. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value)
      .replaceAll(/kestra:\/\/\/[^"\\ ]*\/([^"/\\ ]+)/g, 'kestra:///…')
      .replaceAll(/file_search_path='[^']*'/g, "file_search_path='…'")
      .replaceAll(/:"?900719925474099[23]"?(?=[,}])/g, ':"2^53"')
      .replaceAll(/\b[0-9A-Za-z]{20,22}\b/g, '#')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@')
      .replaceAll(/File \\"[^"]*\\"/g, 'File #')
      .replaceAll(/worker_\d+/g, 'worker_#')
      .replaceAll(/duration of PT[\d.]+S/g, 'duration of #'),
  );
}

function shape({ state, taskRunList, outputs, inputs }: Execution) {
  return plain({
    states: state.histories.map((moment) => moment.state),
    taskRuns: (taskRunList ?? []).map((taskRun) => ({
      task: taskRun.taskId,
      value: taskRun.value ?? null,
      states: taskRun.state.histories.map((moment) => moment.state),
      // A skipped task has no attempt in 1.1.0, which recorded these, and one in 1.1.15.
      attempts: (taskRun.state.current === 'SKIPPED' ? [] : (taskRun.attempts ?? [])).map((attempt) =>
        attempt.state.histories.map((moment) => moment.state),
      ),
      outputs: taskRun.outputs ?? {},
      nested: taskRun.parentTaskRunId !== undefined,
    })),
    outputs: outputs ?? null,
    inputs: inputs ?? {},
  });
}

/** Kestra's own lines and the tasks', by task; stack traces and what a worker says of itself left out. */
function lines(logs: LogEntry[]) {
  return plain(
    logs
      .filter(({ level, message }) => level !== 'TRACE' && !UNSAID.test(message))
      .map(({ taskId, level, message }) => `${taskId ?? ''} ${level} ${message.split('\n')[0]}`)
      .sort(),
  );
}

const home = mkdtempSync(join(tmpdir(), 'alur-rekaman-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function ours(name: string): Promise<{ execution: Execution; logs: LogEntry[] }> {
  const engine = createEngine(ON_NODE.has(name) ? createNodeHost({ home, runner: 'process' }) : createMemoryHost());
  for (const child of [`${name}-child.yaml`, 'subflow-child.yaml', 'foreachitem-child.yaml']) {
    if (existsSync(new URL(child, GOLDEN)) && child !== `${name}.yaml`)
      await engine.deploy(read(child)).catch(() => undefined);
  }
  const flow = await engine.deploy(read(`${name}.yaml`));
  const { id } = await engine.start(flow, { inputs: BEYOND[name]?.inputs ?? {}, labels: BEYOND[name]?.labels ?? [] });
  const execution = await engine.wait(id);
  const logs = await engine.logs(id);
  await engine.close();
  return { execution, logs };
}

describe.skipIf(!there)('as a Kestra 1.1 answered', () => {
  const recorded = names.filter((name) => existsSync(new URL(`${name}.execution.json`, GOLDEN)));

  for (const name of recorded) {
    const run = name in NOT_YET ? test.fails : test;
    run(name, async () => {
      const { execution, logs } = await ours(name);
      const theirs = json<Execution>(`${name}.execution.json`);
      if (name in OURS) expect(execution.state.current).toBe(OURS[name]?.state);
      else {
        expect(shape(execution)).toEqual(shape(theirs));
        const said = lines(json<LogEntry[]>(`${name}.logs.json`));
        expect(lines(logs)).toEqual(SAID_TWICE.has(name) ? [...new Set(said as string[])] : said);
      }
    });
  }
});

if (!there) console.log('Rekaman Kestra (golden/exec) tidak ada di sini: perbandingan eksekusi ditinggalkan.');
