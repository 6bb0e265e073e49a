/** The flow that a verb is given as a file: read, checked, its faults printed; and what is deployed beside it. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine, Flow } from '../door.ts';
import { parseFlow } from '../index.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { printDiagnostics } from './diagnostics.ts';
import { UsageError } from './exit.ts';
import { printJson, readText } from './options.ts';

/** Nothing where the flow is invalid: that has been said. */
export async function readFlow(file: string, json: boolean): Promise<{ source: string; flow: Flow } | undefined> {
  const source = await readText(file);
  const { flow, diagnostics } = parseFlow(source);
  const shown = diagnostics.filter(({ severity }) => !flow || severity === 'warning');
  if (!json) printDiagnostics(file, source, shown);
  else if (!flow) printJson({ diagnostics });
  return flow && { source, flow };
}

/** A folder of flows, in the order of their names, or one flow. False where one is invalid: that has been said. */
export async function deployAll(engine: Pick<Engine, 'deploy'>, path: string, json: boolean): Promise<boolean> {
  for (const file of await filesOf(path)) {
    const read = await readFlow(file, json);
    if (!read) return false;
    await engine.deploy(read.source);
  }
  return true;
}

async function filesOf(path: string): Promise<string[]> {
  const about = await stat(path).catch(() => undefined);
  if (!about) throw new UsageError(say.noFlows(path));
  if (about.isFile()) return [path];
  const names = (await readdir(path)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return names.map((name) => join(path, name));
}
