/** `alur run FILE`: deploys the flow, starts it, shows what happens, prints the execution where asked for as JSON. */
import { createEngine } from '../../index.ts';
import { EXIT } from '../exit.ts';
import { deployAll, readFlow } from '../flowFile.ts';
import { followed, refused } from '../following.ts';
import { putNamespaceFiles } from '../namespaceFiles.ts';
import { type HostOptions, openHost, readPairs } from '../options.ts';

export interface RunOptions extends HostOptions {
  input: string[];
  label: string[];
  flows?: string;
  namespaceFiles?: string;
  json?: true;
}

export async function run(file: string, options: RunOptions): Promise<number> {
  const json = options.json === true;
  const read = await readFlow(file, json);
  if (!read) return EXIT.invalid;
  const inputs = await readPairs(options.input);
  const labels = Object.entries(await readPairs(options.label)).map(([key, value]) => ({ key, value: String(value) }));
  const host = openHost(options);
  const engine = createEngine(host, { recover: false });
  try {
    if (options.namespaceFiles !== undefined)
      await putNamespaceFiles(options.namespaceFiles, read.flow.namespace, host.storage);
    if (options.flows !== undefined) await deployAll(engine, options.flows);
    const deployed = await engine.deploy(read.source);
    return await followed(engine, json, async () => (await engine.start(deployed, { inputs, labels })).id);
  } catch (error) {
    return refused(error, json);
  } finally {
    await engine.close();
  }
}
