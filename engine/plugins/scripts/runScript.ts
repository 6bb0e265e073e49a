/** A script task from its properties to its outputs; the same for shell and Python. */
import { PYTHON_FILE } from '../../ports/Scripts.ts';
import { loadNamespaceFiles } from '../core/namespace/namespaceFiles.ts';
import { type TaskContext, TaskError, type TaskResult } from '../definition.ts';
import { globMatcher } from '../glob.ts';
import { containerOf } from './container.ts';
import { createErrorLineFinder } from './errorLine.ts';
import { type Sources, shellNames, whyFailed } from './failure.ts';
import { asMap, inputContents, inputFilesOf, mapFrom, relativePath, withLocalFiles } from './inputFiles.ts';
import { createListening } from './listen.ts';
import { isOurs, storeFiles } from './outputFiles.ts';
import { joined, type Piece } from './pieces.ts';
import type { ScriptProperties } from './properties.ts';

/** Bytes that one script may hand on. */
const MOST_OUTPUT = 512 * 1024 * 1024;
/** In WorkingDirectory, siblings see what the ones before have left. */
const EVERYTHING = () => true;

export interface Program {
  language: 'shell' | 'python';
  /** Rendered by this function, with `workingDir` and `outputDir` known. */
  text(render: (template: string) => Promise<string>): Promise<Piece[]>;
  /** A file that the text speaks of, with its content as written. */
  file?: { path: string; piece: Piece };
}

export async function runScript(
  properties: ScriptProperties,
  program: Program,
  context: TaskContext,
): Promise<TaskResult> {
  const { ports, log, signal, workingDirectory: shared } = context;
  const folder = `/tmp/${context.taskRun.id}`;
  const extra = { workingDir: folder, outputDir: folder };
  const render = (template: string) => context.render(template, extra);
  const given = new Map(shared);
  await loadNamespaceFiles(properties.namespaceFiles, given, context);
  const inputFiles = await inputFilesOf(properties.inputFiles, context, extra);
  const patterns = await Promise.all((properties.outputFiles ?? []).map(render));
  const pieces = await program.text(render);
  const main = await withLocalFiles(joined(pieces), folder, context);
  const own = program.file && { ...program.file.piece, text: await render(program.file.piece.text) };
  const beside = own && (await withLocalFiles(own.text, folder, context));
  const files = {
    ...Object.fromEntries(given),
    ...inputFiles,
    ...main.files,
    ...beside?.files,
    ...(program.file && beside && { [program.file.path]: new TextEncoder().encode(beside.text) }),
  };
  const isOutput = globMatcher(patterns);
  const interpreter = properties.interpreter === undefined ? undefined : [properties.interpreter].flat();
  const lines = createErrorLineFinder(
    new Set([PYTHON_FILE, ...Object.keys(files)]),
    program.language === 'shell' ? shellNames(interpreter?.[0] ?? '/bin/sh') : [],
  );
  const listening = createListening(context, lines.hear);

  log.debug(`Using task runner '${properties.taskRunner?.type ?? 'io.kestra.plugin.scripts.runner.docker.Docker'}'`);
  const outcome = await ports.scripts.run(
    {
      language: program.language,
      program: main.text,
      env: { ...(await environment(properties.env, context, extra)), WORKING_DIR: folder, OUTPUT_DIR: folder },
      workingDirectory: folder,
      files,
      collect: shared ? EVERYTHING : (path) => isOutput(path) && !isOurs(path),
      container: await containerOf(properties, context, extra),
      maxFileBytes: MOST_OUTPUT,
      ...(interpreter !== undefined && { interpreter }),
    },
    { line: listening.line, progress: context.progress },
    signal,
  );
  const { vars, lastWords } = listening.end();
  if (shared) replace(shared, outcome.files);
  const outputFiles = await storeFiles(Object.entries(outcome.files), isOutput, context);
  const outputs = { vars, exitCode: outcome.exitCode, outputFiles };
  if (outcome.exitCode === 0) {
    log.debug('Command succeed with exit code 0');
    return { outputs };
  }
  const message = `Command failed with exit code ${outcome.exitCode}`;
  log.error(`io.kestra.core.models.tasks.runners.TaskException: ${message}`);
  const sources: Sources = {
    program: pieces,
    files: new Map([
      [PYTHON_FILE, own ?? pieces[0] ?? { text: '' }],
      ...(await inlineFiles(properties, context, extra)),
    ]),
  };
  throw new TaskError(message, { outputs, ...whyFailed(outcome.exitCode, lastWords, lines.found(), sources, context) });
}

/** The input files whose text is written in the flow. */
async function inlineFiles(
  { inputFiles }: ScriptProperties,
  context: TaskContext,
  extra: Record<string, unknown>,
): Promise<[path: string, piece: Piece][]> {
  if (typeof inputFiles !== 'object') return [];
  const contents = await inputContents(inputFiles, context, extra);
  return Object.keys(inputFiles).map((name) => {
    const path = relativePath(name);
    return [path, { text: contents.get(path) ?? '', from: ['inputFiles', name] }];
  });
}

/** What the script deleted is gone for its siblings, too. */
function replace(shared: Map<string, Uint8Array>, files: Record<string, Uint8Array>): void {
  shared.clear();
  for (const [path, content] of Object.entries(files)) if (!isOurs(path)) shared.set(path, content);
}

async function environment(
  env: ScriptProperties['env'],
  context: TaskContext,
  extra: Record<string, unknown>,
): Promise<Record<string, string>> {
  const given =
    typeof env === 'string'
      ? mapFrom(await context.render(env, extra), 'env')
      : asMap(await context.renderTyped(env ?? {}, extra), 'env');
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}
