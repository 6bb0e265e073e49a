/** The same scripts in the page and in Node: outputs, logs and the line of an error. The site must have been built. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Execution, type LogEntry } from '#engine/index.ts';
import { LISTENER, openEngine } from '../browser/engineWorker.ts';
import { openSite, type Site } from '../browser/page.ts';

const FLOW = `id: sama
namespace: uji
tasks:
  - id: tanya
    type: io.kestra.plugin.scripts.python.Script
    outputFiles: ["*.json"]
    script: |
      import json, requests
      from kestra import Kestra
      print("mulai")
      bintang = requests.get("https://api.github.com/repos/kestra-io/kestra").json()["stargazers_count"]
      unduhan = requests.get("https://hub.docker.com/v2/repositories/kestra/kestra/").json()["pull_count"]
      json.dump([bintang, unduhan], open("angka.json", "w"))
      Kestra.outputs({"bintang": bintang, "unduhan": unduhan})
      Kestra.counter("baris", 2, {"asal": "contoh"})
  - id: shell
    type: io.kestra.plugin.scripts.shell.Commands
    inputFiles:
      angka.json: "{{ outputs.tanya.outputFiles['angka.json'] }}"
    commands:
      - cat angka.json
      - |
        echo '::{"outputs": {
          "n": 1
        }}::'
  - id: gagal
    type: io.kestra.plugin.scripts.python.Script
    script: |
      import pandas  # baris ini
`;

let site: Site;
beforeAll(async () => {
  site = await openSite(4830);
}, 60_000);
afterAll(() => site?.close());

/** What has to be the same. A random address of a file is not. */
const shape = ({ taskRunList }: Execution, logs: readonly LogEntry[]) => ({
  tasks: taskRunList.map(({ taskId, state, outputs }) => [
    taskId,
    state.current,
    JSON.stringify(outputs)?.replace(/kestra:\/\/[^"]+/g, 'kestra:'),
  ]),
  said: logs.map(({ level, message, explanation, place }) => [
    level,
    message.replace(/\/tmp\/\w+/g, '/tmp/x'),
    explanation,
    place?.line,
  ]),
});

async function inNode() {
  const home = mkdtempSync(join(tmpdir(), 'alur-sama-'));
  const engine = createEngine(createNodeHost({ home }));
  try {
    const { id } = await engine.start(await engine.deploy(FLOW));
    return shape(await engine.wait(id), await engine.logs(id));
  } finally {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function inPage() {
  const { page, context } = await site.open();
  const call = await openEngine(page, site);
  const { id } = await call<{ id: string }>('start', FLOW, {});
  const execution = await call<Execution>('follow', id, LISTENER);
  const logs = await call<LogEntry[]>('logs', id, 0);
  await context.close();
  return shape(execution, logs);
}

test('outputs, logs and the line of an error', async () => {
  const node = await inNode();
  expect(node.tasks.map(([, state]) => state)).toEqual(['SUCCESS', 'SUCCESS', 'FAILED']);
  expect(node.said.at(-1)?.[2]).toContain(
    `Di baris ${FLOW.split('\n').findIndex((line) => line.includes('# baris ini')) + 1} flow ini.`,
  );
  expect(await inPage()).toEqual(node);
}, 120_000);
