/** `alur run FILE`: deploys the flow, starts it, shows what happens, prints the execution where asked for as JSON. */
import { EXIT } from '../exit.ts';
import { deployAll, readFlow } from '../flowFile.ts';
import { followed } from '../following.ts';
import { withEngine } from '../home.ts';
import { putNamespaceFiles } from '../namespaceFiles.ts';
import { type HostOptions, readPairs } from '../options.ts';

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
  return withEngine(options, async (engine, { storage }) => {
    if (options.namespaceFiles !== undefined)
      await putNamespaceFiles(options.namespaceFiles, read.flow.namespace, storage);
    if (options.flows !== undefined && !(await deployAll(engine, options.flows, json))) return EXIT.invalid;
    const deployed = await engine.deploy(read.source);
    return followed(engine, json, async () => (await engine.start(deployed, { inputs, labels })).id);
  });
}
