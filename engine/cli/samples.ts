/** The instructor's samples: `--samples FILE`, else `labs/samples.yaml` of the project. Wrong ones are said all at once, with their lines. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSamples, type WrittenSample } from '../hosts/samples/index.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { UsageError } from './exit.ts';

const OF_PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'labs', 'samples.yaml');

/** Throws `UsageError`. */
export function ownSamples(file: string | undefined): WrittenSample[] {
  const path = file ?? OF_PROJECT;
  if (!existsSync(path)) {
    if (file === undefined) return [];
    throw new UsageError(say.noFile(path));
  }
  const { samples, problems } = readSamples(readFileSync(path, 'utf8'), (beside) =>
    textOf(join(dirname(path), beside)),
  );
  if (problems.length === 0) return samples;
  throw new UsageError(problems.map(({ line, message }) => `${path}:${line}: ${message}`).join('\n'));
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
