/** The same flow in the page and in Node: the same states, outputs, row counts and verdict. The site must have been built. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grade, readLab, type Verdict } from '#engine/check/index.ts';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Execution } from '#engine/index.ts';
import { LISTENER, openEngine } from '../browser/engineWorker.ts';
import { openSite, type Site } from '../browser/page.ts';

const ID = '03-etl/02-taksi-postgres';
const FOLDER = `labs/${ID}`;
const files = Object.fromEntries(
  readdirSync(FOLDER, { recursive: true })
    .map(String)
    .filter((name) => /\.(yaml|md)$/.test(name))
    .map((name) => [name.replaceAll('\\', '/'), readFileSync(join(FOLDER, name), 'utf8')]),
);
const lab = readLab(ID, files);
const INPUTS = { taxi: 'green', year: '2019', month: '01' };
const COUNTS = "select (select count(*) from green_tripdata) || '/' || (select count(*) from green_tripdata_staging)";

let site: Site;
beforeAll(async () => {
  site = await openSite(4800);
}, 60_000);
afterAll(() => site?.close());

/** What has to be the same: ids, times and file addresses are not. */
const shape = ({ state, taskRunList }: Execution) => ({
  states: state.histories.map((moment) => moment.state),
  taskRuns: taskRunList.map(({ taskId, state: own, outputs }) => [
    taskId,
    own.histories.map((moment) => moment.state),
    JSON.stringify(outputs)?.replace(/kestra:\/\/[^"]+/g, 'kestra:'),
  ]),
});

async function inNode(source: string) {
  const home = mkdtempSync(join(tmpdir(), 'alur-sama-'));
  const host = createNodeHost({ home });
  const engine = createEngine(host);
  try {
    const { id } = await engine.start(await engine.deploy(source), { inputs: INPUTS });
    const execution = await engine.wait(id);
    const url = 'jdbc:postgresql://localhost:5432/ny_taxi';
    const ask = async (sql: string) => {
      const session = await host.databases.connect({ url }, new AbortController().signal);
      try {
        return (await session.query(sql)).rows[0]?.[0];
      } finally {
        await session.close();
      }
    };
    const counts = await ask(COUNTS);
    const verdict = await grade(lab, source, {
      engine,
      databases: host.databases,
      reset: async () => {
        await ask('DROP SCHEMA IF EXISTS public CASCADE');
        await ask('CREATE SCHEMA public');
      },
      filesBelow: async (prefix) => (await host.storage.list(prefix)).length,
    });
    return { shape: shape(execution), counts, verdict };
  } finally {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function inPage(source: string) {
  const { page, context } = await site.open();
  const call = await openEngine(page, site, `${ID}/`);
  const { id } = await call<{ id: string }>('start', source, INPUTS);
  const execution = await call<Execution>('follow', id, LISTENER);
  const { rows } = await call<{ rows: unknown[][] }>('query', 'ny_taxi', COUNTS);
  const verdict = await call<Verdict>('check', ID, files, source, LISTENER);
  await context.close();
  return { shape: shape(execution), counts: rows[0]?.[0], verdict };
}

test.each(['solution', 'starter'] as const)(
  '%s',
  async (which) => {
    const [page, node] = [await inPage(lab[which]), await inNode(lab[which])];
    expect(page).toEqual(node);
    expect(node.verdict.passed).toBe(which === 'solution');
  },
  180_000,
);
