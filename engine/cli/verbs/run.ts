/** `alur run FILE`: deploys the flow, starts it, shows what happens, prints the execution where asked for as JSON. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine, type Engine, InputError, InvalidFlowError, parseFlow } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { printDiagnostics } from '../diagnostics.ts';
import { EXIT, exitOf } from '../exit.ts';
import { putNamespaceFiles } from '../namespaceFiles.ts';
import { type HostOptions, openHost, printJson, readPairs, readText } from '../options.ts';
import { seconds, showProgress } from '../progress.ts';

export interface RunOptions extends HostOptions {
  input: string[];
  label: string[];
  flows?: string;
  namespaceFiles?: string;
  json?: true;
}

export async function run(file: string, options: RunOptions): Promise<number> {
  const source = await readText(file);
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
    return await carriedOut(engine, source, { inputs, labels }, options.json === true);
  } catch (error) {
    return refused(error, options.json === true);
  } finally {
    await engine.close();
  }
}

async function carriedOut(
  engine: Engine,
  source: string,
  start: Parameters<Engine['start']>[1],
  json: boolean,
): Promise<number> {
  const began = Date.now();
  const { id } = await engine.start(await engine.deploy(source), start);
  const stop = () => void engine.kill(id).catch(() => undefined);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const watching = json ? undefined : showProgress(engine, id);
  const execution = await engine.wait(id);
  process.off('SIGINT', stop).off('SIGTERM', stop);
  if (execution.state.current !== 'PAUSED') await watching;
  if (json) printJson({ ...execution, outputs: execution.outputs ?? {}, logs: await engine.logs(id) });
  else {
    const { current } = execution.state;
    console.error(say.ended(`${say.states[current] ?? current} (${current})`, seconds(Date.now() - began)));
    for (const [name, value] of Object.entries(execution.outputs ?? {}))
      console.log(`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  }
  return exitOf(execution.state.current);
}

function refused(error: unknown, json: boolean): number {
  if (error instanceof InputError) {
    if (json) printJson({ problems: error.problems });
    else for (const { explanation } of error.problems) console.error(explanation);
    return EXIT.invalid;
  }
  if (error instanceof InvalidFlowError) {
    if (json) printJson({ diagnostics: error.diagnostics });
    else console.error(error.message);
    return EXIT.invalid;
  }
  throw error;
}

async function deployAll(engine: Engine, folder: string): Promise<void> {
  for (const name of (await readdir(folder)).sort()) {
    if (/\.ya?ml$/.test(name)) await engine.deploy(await readText(join(folder, name)));
  }
}
