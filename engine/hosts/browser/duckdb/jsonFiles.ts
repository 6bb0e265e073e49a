/**
 * JSON files for a DuckDB that can't read JSON: the ones that a statement names become views under their own names, and `read_json` a
 * macro that looks one up. `FROM 'data.json'` finds the view by itself.
 */
import { DatabaseError } from '../../../ports/Databases.ts';
import { jsonTable } from '../../duckdb/json/table.ts';
import { quoted } from '../../duckdb/json/types.ts';

/** The part of a connection that is asked for. */
export interface JsonConnection {
  query(sql: string): Promise<unknown>;
  insertArrowFromIPCStream(
    bytes: Uint8Array,
    options: { name: string; schema: string; create: boolean },
  ): Promise<void>;
}

const READERS = ['read_json', 'read_json_auto', 'read_ndjson', 'read_ndjson_auto'];
const CALL = /\bread_(?:nd)?json(?:_auto)?\s*\(\s*'((?:[^']|'')+)'/gi;
const LITERAL = /'((?:[^']|'')+)'/g;
const NAMED = /\.(json|jsonl|ndjson)$/i;
/** What says how to read, and is found out anyway. Any other option is DuckDB's to refuse. */
const OPTIONS = ['format', 'records', 'auto_detect', 'sample_size', 'maximum_object_size', 'maximum_depth'];
const SCHEMA = 'alur_json';

/** `texts` gives the contents of the files that a name or a pattern stands for. */
export function createJsonFiles(connection: JsonConnection, texts: (pattern: string) => Promise<string[]>) {
  const read = new Map<string, Promise<void>>();
  const found = new Set<string>();
  let macros: Promise<unknown> | undefined;

  function prepare(): Promise<unknown> {
    const options = OPTIONS.map((name) => `${name} := NULL`).join(', ');
    macros ??= connection.query(
      [
        `CREATE SCHEMA IF NOT EXISTS ${SCHEMA}`,
        ...READERS.map(
          (name) =>
            `CREATE OR REPLACE TEMP MACRO ${name}(path, ${options}) AS TABLE SELECT * FROM query_table('"' || path || '"')`,
        ),
      ].join(';'),
    );
    return macros;
  }

  async function load(name: string): Promise<void> {
    const contents = await texts(name);
    if (contents.length === 0) return;
    const number = `t${read.size}`;
    const { arrow, columns } = tableOf(name, contents);
    await connection.insertArrowFromIPCStream(arrow, { name: number, schema: SCHEMA, create: true });
    await connection.query(`CREATE OR REPLACE TEMP VIEW ${quoted(name)} AS SELECT ${columns} FROM ${SCHEMA}.${number}`);
    found.add(name);
  }

  return {
    /** Before a statement runs: makes readable what it names. Throws `DatabaseError` in DuckDB's words. */
    async readFor(sql: string): Promise<void> {
      const called = namesIn(sql, CALL);
      const wanted = [...called, ...namesIn(sql, LITERAL).filter((name) => NAMED.test(name))];
      if (wanted.length === 0) return;
      await prepare();
      for (const name of new Set(wanted)) {
        const reading = read.get(name) ?? load(name);
        read.set(name, reading);
        await reading;
      }
      const missing = called.find((name) => !found.has(name));
      if (missing !== undefined)
        throw new DatabaseError(`IO Error: No files found that match the pattern "${missing}"`);
    },
  };
}

const namesIn = (sql: string, form: RegExp): string[] =>
  [...sql.matchAll(form)].map(([, name = '']) => name.replaceAll("''", "'"));

function tableOf(name: string, contents: string[]) {
  try {
    return jsonTable(...contents);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DatabaseError(`Invalid Input Error: Malformed JSON in file "${name}": ${error.message}`);
  }
}
