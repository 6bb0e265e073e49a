/** A DuckDB task from its properties to its outputs: files in, statements, files out. */
import { ConnectionError } from '../../../ports/Databases.ts';
import type { FileContent, FileDatabaseSession } from '../../../ports/FileDatabases.ts';
import { type TaskContext, TaskError } from '../../definition.ts';
import { inputContents } from '../../scripts/inputFiles.ts';
import type { Fetched } from '../fetch.ts';
import { duckdbSource } from '../pages.ts';
import { inTransaction } from '../session.ts';
import { runStatements, type Script } from '../statements.ts';
import { databaseOf } from './address.ts';

export interface DuckdbScript extends Script {
  inputFiles?: Record<string, unknown> | string | undefined;
  outputFiles?: string[] | undefined;
  databaseUri?: string | undefined;
  outputDbFile: boolean;
}

export interface DuckdbResult {
  results: (Fetched | undefined)[];
  outputFiles: Record<string, string>;
  databaseUri?: string;
}

export async function runDuckdb(script: DuckdbScript, context: TaskContext): Promise<DuckdbResult> {
  const named = script.databaseUri === undefined ? databaseOf(script.url) : undefined;
  const contents = await inputContents(script.inputFiles, context, {});
  const names = await Promise.all((script.outputFiles ?? []).map((name) => context.render(name)));
  const session = await open(script, named, contents, context);
  if (named !== undefined) context.log.info(`Database \`${named}\` disimpan di \`${session.databasePath}\`.`);
  context.log.debug(`Starting query: SET file_search_path='${session.folder}'`);
  const work = async (): Promise<DuckdbResult> => {
    const paths = Object.fromEntries(names.map((name) => [name, `${session.folder}/${name}`]));
    const extra = { workingDir: session.folder, dbFilePath: session.databasePath, outputFiles: paths };
    const sql = await context.render(script.sql, extra);
    const afterSQL = script.afterSQL === undefined ? undefined : await context.render(script.afterSQL, extra);
    const source = duckdbSource(session);
    if (script.transaction) await session.query('BEGIN');
    const results = await runStatements(source, { ...script, sql, afterSQL }, context);
    if (script.transaction) await session.query('COMMIT');
    const outputFiles = await stored(names, session, context);
    if (!script.outputDbFile) return { results, outputFiles };
    const uri = `${context.storagePrefix}${context.ports.random.id()}.duckdb`;
    const database = await context.ports.storage.put(uri, await session.database());
    return { results, outputFiles, databaseUri: database.uri };
  };
  return inTransaction(session, context, work, false);
}

async function open(
  { databaseUri, outputDbFile }: DuckdbScript,
  named: string | undefined,
  contents: ReadonlyMap<string, string>,
  { ports, signal }: TaskContext,
): Promise<FileDatabaseSession> {
  const files = new Map<string, FileContent>();
  for (const [path, content] of contents) {
    files.set(path, content.startsWith('kestra://') ? { uri: content } : { text: content });
  }
  try {
    return await ports.fileDatabases.open(
      {
        files,
        keep: outputDbFile,
        ...(databaseUri !== undefined && { database: databaseUri }),
        ...(named !== undefined && { named }),
      },
      signal,
    );
  } catch (error) {
    if (!(error instanceof ConnectionError)) throw error;
    throw new TaskError(error.message, {
      ...(error.explanation !== undefined && { explanation: error.explanation }),
      cause: error,
    });
  }
}

/** A Kestra makes these files before the SQL runs: one that nothing was written to is there, and empty. */
async function stored(
  names: readonly string[],
  session: FileDatabaseSession,
  { ports, storagePrefix, log }: TaskContext,
): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const name of names) {
    const content = await session.file(name);
    if (!content) log.warn(`Nothing was written to outputFiles.${name}`);
    const safe = name.slice(name.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_');
    const uri = `${storagePrefix}${ports.random.id()}-${safe}`;
    addresses[name] = (await ports.storage.put(uri, content ?? new Uint8Array())).uri;
  }
  return addresses;
}
