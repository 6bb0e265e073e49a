/** A thread or process that does a task's work dies in the middle: the task says so, its retry works, the engine and the data live. */
import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';

const JDBC = 'io.kestra.plugin.jdbc';
const SCRIPTS = 'io.kestra.plugin.scripts';
const PG = 'url: "jdbc:postgresql://localhost:5432/uji"';
/** Endless the first time only. */
const first = (endless: string, short: string) => `{{ taskrun.attemptsCount == 0 ? '${endless}' : '${short}' }}`;

const WORK: Record<string, string> = {
  'the embedded Postgres': `type: ${JDBC}.postgresql.Query, ${PG}, sql: "SELECT count(*) FROM generate_series(1, ${first('1000000000000', '5')})"`,
  DuckDB: `type: ${JDBC}.duckdb.Query, sql: "SELECT count(*) FROM range(${first('100000000', '5')}) a, range(${first('100000000', '5')}) b WHERE (a.range * b.range) % 7 = 3"`,
  'a shell script': `type: ${SCRIPTS}.shell.Script, script: "while ${first('true', 'false')}; do true; done"`,
  'a Python script': `type: ${SCRIPTS}.python.Script, script: "while ${first('True', 'False')}: pass"`,
};

let home: string;
let engine: Engine;
/** How to kill what was started, the newest last. */
let kills: (() => unknown)[] = [];
const onThread = (message: unknown) => kills.push(() => (message as { worker: Worker }).worker.terminate());
const onProcess = (message: unknown) =>
  kills.push(() => void (message as { process: ChildProcess }).process.kill('SIGKILL'));

beforeAll(() => {
  subscribe('worker_threads', onThread);
  subscribe('child_process', onProcess);
  home = mkdtempSync(join(tmpdir(), 'alur-pekerja-'));
  engine = createEngine(createNodeHost({ home }));
}, 60_000);
afterAll(async () => {
  unsubscribe('worker_threads', onThread);
  unsubscribe('child_process', onProcess);
  await engine.close();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  kills = [];
});

async function run(id: string, tasks: string) {
  return engine.start(await engine.deploy(`id: ${id}\nnamespace: uji\ntasks:\n${tasks}`));
}

describe('killed in the middle', () => {
  let killing: NodeJS.Timeout | undefined;
  afterEach(() => {
    clearInterval(killing);
    killing = undefined;
  });

  test.each(Object.entries(WORK))(
    '%s',
    async (name, work) => {
      const keep = name.includes('Postgres');
      const before = `  - {id: buat, type: ${JDBC}.postgresql.Queries, ${PG}, sql: "DROP TABLE IF EXISTS tetap; CREATE TABLE tetap AS SELECT 7 AS n;"}\n`;
      const after = `  - {id: baca, type: ${JDBC}.postgresql.Query, ${PG}, sql: "SELECT n FROM tetap", fetchType: FETCH_ONE}\n`;
      const retry = 'retry: {type: constant, interval: PT0.1S, maxAttempts: 2}';
      const { id } = await run('mati', `${keep ? before : ''}  - {id: kerja, ${work}, ${retry}}\n${keep ? after : ''}`);
      for await (const event of engine.follow(id)) {
        if (event.type !== 'taskRun' || event.taskId !== 'kerja') continue;
        // The work may be on its way to its worker still: until the task has failed, whoever does it is killed.
        if (event.state === 'RUNNING' && event.attempt === 0)
          killing ??= setInterval(() => {
            for (const kill of kills.splice(0)) kill();
          }, 300);
        if (event.state === 'FAILED' || event.state === 'RETRYING') clearInterval(killing);
      }
      const { state, taskRunList } = await engine.wait(id);
      const errors = await engine.logs(id, { minLevel: 'ERROR', taskId: 'kerja' });
      expect(errors.map(({ explanation }) => explanation).join()).toMatch(/mati di tengah jalan.*retry/);
      expect(state.current, JSON.stringify(errors)).toBe('SUCCESS');
      const worked = taskRunList.find(({ taskId }) => taskId === 'kerja');
      expect(worked?.attempts.map((attempt) => attempt.state.current)).toEqual(['FAILED', 'SUCCESS']);
      if (keep) expect(taskRunList.at(-1)?.outputs).toMatchObject({ row: { n: 7 } });
    },
    60_000,
  );
});

test('a spare one that dies while nobody uses it is not missed', async () => {
  const script = `  - {id: s, type: ${SCRIPTS}.shell.Script, script: "echo hidup"}\n`;
  await engine.wait((await run('satu', script)).id);
  await Promise.all(kills.splice(0).map((kill) => kill()));
  const { state } = await engine.wait((await run('dua', script)).id);
  expect(state.current).toBe('SUCCESS');
}, 60_000);
