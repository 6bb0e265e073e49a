/** `alur run FILE`: deploys the flow, starts it, shows what happens, prints the execution where asked for as JSON. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine, type Engine, parseFlow } from '../../index.ts';
import { printDiagnostics } from '../diagnostics.ts';
import { EXIT } from '../exit.ts';
import { followed, refused } from '../following.ts';
import { putNamespaceFiles } from '../namespaceFiles.ts';
import { type HostOptions, openHost, printJson, readPairs, readText } from '../options.ts';

export interface RunOptions extends HostOptions {
  input: string[];
  label: string[];
  flows?: string;
  namespaceFiles?: string;
  json?: true;
}

export async function run(file: string, options: RunOptions): Promise<number> {
  const source = await readText(file);
  const json = options.json === true;
  const { flow, diagnostics } = parseFlow(source);
  if (!options.json)
    printDiagnostics(
      file,
      source,
      diagnostics.filter(({ severity }) => !flow || severity === 'warning'),
    );
  if (!flow) {
    if (options.json) printJson({ diagnostics });
    return EXIT.invalid;
  }
  const inputs = await readPairs(options.input);
  const labels = Object.entries(await readPairs(options.label)).map(([key, value]) => ({ key, value: String(value) }));
  const host = openHost(options);
  const engine = createEngine(host, { recover: false });
  try {
    if (options.namespaceFiles !== undefined)
      await putNamespaceFiles(options.namespaceFiles, flow.namespace, host.storage);
    if (options.flows !== undefined) await deployAll(engine, options.flows);
    const deployed = await engine.deploy(source);
    return await followed(engine, json, async () => (await engine.start(deployed, { inputs, labels })).id);
  } catch (error) {
    return refused(error, json);
  } finally {
    await engine.close();
  }
}

async function deployAll(engine: Engine, folder: string): Promise<void> {
  for (const name of (await readdir(folder)).sort()) {
    if (/\.ya?ml$/.test(name)) await engine.deploy(await readText(join(folder, name)));
  }
}
