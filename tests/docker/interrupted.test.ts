/** Grading that is stopped: interrupted it cleans up itself; killed, the next start does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { sweepContainers, tryDocker } from '#engine/hosts/docker/index.ts';

const SOLUTION = 'labs/03-etl/02-taksi-postgres/solution.yaml';
const ours = async () =>
  (await tryDocker(['ps', '-aq', '--filter', 'label=alur.owner'])).stdout.split('\n').filter(Boolean);

function grading(): ChildProcess {
  return spawn(process.execPath, ['engine/cli/main.ts', 'check', 'taksi-postgres', SOLUTION, '--tier', 'docker'], {
    stdio: 'ignore',
  });
}

/** Until its Postgres runs. */
async function started(): Promise<void> {
  for (let tries = 0; tries < 300 && (await ours()).length === 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await ours()).not.toEqual([]);
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

test('interrupted, it takes its containers down', async () => {
  const child = grading();
  const end = ended(child);
  await started();
  child.kill('SIGINT');
  expect(await end).toBe(1);
  expect(await ours()).toEqual([]);
});

test('killed, the next start takes them down', async () => {
  const child = grading();
  const end = ended(child);
  await started();
  child.kill('SIGKILL');
  await end;
  expect(await sweepContainers()).toBeGreaterThan(0);
  expect(await ours()).toEqual([]);
});
