/** A script task from its properties to its outputs; the same for shell and Python. */
import { loadNamespaceFiles } from '../core/namespace/namespaceFiles.ts';
import { type TaskContext, TaskError, type TaskResult } from '../definition.ts';
import { globMatcher } from '../glob.ts';
import { containerOf } from './container.ts';
import { inputFilesOf, withLocalFiles } from './inputFiles.ts';
import { isOurs, storeFiles } from './outputFiles.ts';
import { parseOutputLine } from './outputLine.ts';
import type { ScriptProperties } from './properties.ts';
import { stderrSays } from './stderrSays.ts';

/** Bytes that one script may hand on. */
const MOST_OUTPUT = 512 * 1024 * 1024;
/** In WorkingDirectory, siblings see what the ones before have left. */
const EVERYTHING = () => true;

export interface Program {
  language: 'shell' | 'python';
  /** Rendered by this function, with `workingDir` and `outputDir` known. */
  text(render: (template: string) => Promise<string>): Promise<string>;
  /** A file that the text speaks of, with its content as written. */
  file?: { path: string; content: string };
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
  const main = await withLocalFiles(await program.text(render), folder, context);
  const beside = program.file && (await withLocalFiles(await render(program.file.content), folder, context));
  const files = {
    ...main.files,
    ...beside?.files,
    ...(program.file && beside && { [program.file.path]: new TextEncoder().encode(beside.text) }),
  };
  const isOutput = globMatcher(patterns);
  const vars: Record<string, unknown> = {};
  const lastWords: string[] = [];

  log.debug(`Using task runner '${properties.taskRunner?.type ?? 'io.kestra.plugin.scripts.runner.docker.Docker'}'`);
  const outcome = await ports.scripts.run(
    {
      language: program.language,
      program: main.text,
      env: { ...(await environment(properties.env, context, extra)), WORKING_DIR: folder, OUTPUT_DIR: folder },
      workingDirectory: folder,
      files: { ...Object.fromEntries(given), ...inputFiles, ...files },
      collect: shared ? EVERYTHING : (path) => isOutput(path) && !isOurs(path),
      container: await containerOf(properties, context, extra),
      maxFileBytes: MOST_OUTPUT,
      ...(properties.interpreter !== undefined && { interpreter: [properties.interpreter].flat() }),
    },
    {
      line: (stream, line) => {
        if (stream === 'stderr') lastWords.push(line);
        if (lastWords.length > MOST_LAST_WORDS) lastWords.shift();
        heard(stream, line, vars, context);
      },
      progress: context.progress,
    },
    signal,
  );
  if (shared) replace(shared, outcome.files);
  const outputFiles = await storeFiles(Object.entries(outcome.files), isOutput, context);
  const outputs = { vars, exitCode: outcome.exitCode, outputFiles };
  if (outcome.exitCode === 0) {
    log.debug('Command succeed with exit code 0');
    return { outputs };
  }
  const message = `Command failed with exit code ${outcome.exitCode}`;
  log.error(`io.kestra.core.models.tasks.runners.TaskException: ${message}`);
  throw new TaskError(message, { outputs, explanation: explained(outcome.exitCode, lastWords) });
}

/** What the script deleted is gone for its siblings, too. */
function replace(shared: Map<string, Uint8Array>, files: Record<string, Uint8Array>): void {
  shared.clear();
  for (const [path, content] of Object.entries(files)) if (!isOurs(path)) shared.set(path, content);
}

function heard(
  stream: 'stdout' | 'stderr',
  line: string,
  vars: Record<string, unknown>,
  { log, metric }: TaskContext,
): void {
  const message = parseOutputLine(line);
  if (message === undefined) {
    if (stream === 'stdout') log.info(line);
    else log.error(line);
  } else if ('malformed' in message) {
    log.warn(`Invalid outputs '${line.slice(0, 200)}': ${String(message.malformed)}`);
  } else {
    Object.assign(vars, message.outputs);
    for (const { name, type, value, tags } of message.metrics ?? []) {
      metric({
        name,
        type,
        value: Number(value),
        tags: Object.fromEntries(Object.entries(tags ?? {}).map(([key, tag]) => [key, String(tag)])),
      });
    }
    for (const entry of message.logs ?? []) {
      ({ TRACE: log.trace, DEBUG: log.debug, INFO: log.info, WARN: log.warn, ERROR: log.error })[entry.level](
        entry.message,
      );
    }
  }
}

async function environment(
  env: ScriptProperties['env'],
  context: TaskContext,
  extra: Record<string, unknown>,
): Promise<Record<string, string>> {
  const given: unknown =
    typeof env === 'string'
      ? JSON.parse(await context.render(env, extra))
      : await context.renderTyped(env ?? {}, extra);
  return Object.fromEntries(
    Object.entries(given as Record<string, unknown>).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
}

/** The lines of stderr in which the cause is looked for. */
const MOST_LAST_WORDS = 20;

function explained(code: number, lastWords: readonly string[]): string {
  if (code === 137) return 'Kode 137 berarti script dihentikan paksa, biasanya karena kehabisan memori.';
  const said = stderrSays(lastWords);
  if (said !== undefined) return said;
  if (code === 127) return 'Kode 127 berarti sebuah perintah tidak ditemukan. Periksa ejaannya di baris log merah.';
  return `Script berhenti dengan kode ${code}. Baris log merah sebelumnya menyebut sebabnya.`;
}
