/** The flow that a verb is given as a file: read, checked, its faults printed; and what is deployed beside it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine, Flow } from '../door.ts';
import { parseFlow } from '../index.ts';
import { printDiagnostics } from './diagnostics.ts';
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

/** A folder of flows, in the order of their names. */
export async function deployAll(engine: Engine, folder: string): Promise<void> {
  for (const name of (await readdir(folder)).sort()) {
    if (/\.ya?ml$/.test(name)) await engine.deploy(await readText(join(folder, name)));
  }
}
