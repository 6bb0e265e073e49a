/** The README keeps its word: each command in it is run here as written, or by the step of `npm test` that it names; what it points to exists. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STEPS } from '../../scripts/test/steps.ts';

const readme = readFileSync('README.md', 'utf8');
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)]
  .flatMap(([, block = '']) => block.split('\n'))
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => line !== '' && !line.startsWith('#'));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** Too long to be run twice: a step of `npm test` of its own. */
const isStep = (command: string): boolean =>
  STEPS.some(
    (step) => command === `./alur ${step.command.slice(step.command.indexOf('engine/cli/main.ts') + 1).join(' ')}`,
  );
const terminal = commands.filter((command) => command.startsWith('./alur ') && !isStep(command));
const npm = commands.filter((command) => command.startsWith('npm '));
/** Those of `npm run test:docker`. */
const docker = commands.filter((command) => command.startsWith('docker '));

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'alur-readme-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('every command of the README is of a kind that some test runs', () => {
  const known = new Set([...terminal, ...npm, ...docker, ...commands.filter(isStep)]);
  expect(commands.filter((command) => !known.has(command))).toEqual([]);
  expect(terminal.length).toBeGreaterThan(2);
});

describe('in the terminal, as written', () => {
  test.each(terminal)(
    '%s',
    (command) => {
      const apart = /^\.\/alur (run|check|backfill)\b/.test(command) ? ` --home ${home}` : '';
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command + apart], { encoding: 'utf8' });
      // A starter may have hints for the learner; a command of the README is never wrongly used.
      expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
    },
    60_000,
  );
});

test.each(npm)('%s: the script exists', (command) => {
  const [, verb = '', ...rest] = command.split(/\s+/);
  const name = verb === 'run' || verb === 'run-script' ? rest.find((word) => !word.startsWith('-')) : verb;
  expect(Object.keys(scripts)).toContain(name);
});

test('what the README points to is there', () => {
  const paths = [
    ...[...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path),
    ...[...readme.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(([, path = '']) => path),
  ].filter((path) => /^(docs|engine|labs|site|scripts|tests|\.github)\//.test(path) && path !== 'site/dist');
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});
