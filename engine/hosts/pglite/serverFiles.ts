/**
 * What a flow's SQL may not do to the machine below Postgres: read or write its files, start programs, change its settings. The learner's
 * role has no right to (`learner.ts`); what can be seen in the text is refused before that, the same on every path to the database.
 */
import { DatabaseError } from '../../ports/Databases.ts';

/** What is named in quotes or comments is only text, unless the statement runs text. */
const RUNS_TEXT = /\b(DO|EXECUTE|FUNCTION|PROCEDURE|query_to_xml\w*)\b/i;

const COPY_TARGET = /\bCOPY\b[^;]*?\b(TO|FROM)\s+(PROGRAM\b|E?'|''|\$\$|\$\w+\$)/i;

const FUNCTIONS =
  /\b(pg_(?:read_(?:binary_)?file|stat_file|ls_\w+|file_\w+|current_logfile|reload_conf|rotate_logfile|terminate_backend|cancel_backend|promote|switch_wal)|lo_(?:import|export))\s*\(/i;

const STATEMENTS: readonly [pattern: RegExp, message: string][] = [
  [/\bALTER\s+SYSTEM\b/i, 'permission denied to perform ALTER SYSTEM'],
  [/(?:^|;|\bEXECUTE\s+E?'+)\s*LOAD\s/i, 'access to library is not allowed'],
  [/\bLANGUAGE\s+'?(?:c|internal)\b/i, 'permission denied for language c'],
  [
    /\bCREATE\s+EXTENSION\b[^;]*?\b(?:file_fdw|dblink|postgres_fdw|adminpack|pageinspect|plpython\w*|plperlu|pltclu)\b/i,
    'permission denied to create extension',
  ],
];

/** Throws `DatabaseError` (42501, insufficient privilege). */
export function refuseServerFiles(sql: string): void {
  const code = sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  const bare = RUNS_TEXT.test(code)
    ? code
    : code.replace(/'(?:[^']|'')*'/g, (text) => `'${'x'.repeat(text.length - 2)}'`);
  const copy = COPY_TARGET.exec(bare);
  if (copy) {
    const [, direction = '', target = ''] = copy;
    const isProgram = target.toUpperCase() === 'PROGRAM';
    const what = isProgram ? 'to or from an external program' : `${direction.toLowerCase()} a file`;
    throw refused(`permission denied to COPY ${what}`);
  }
  const named = FUNCTIONS.exec(bare)?.[1];
  if (named) throw refused(`permission denied for function ${named.toLowerCase()}`);
  for (const [pattern, message] of STATEMENTS) if (pattern.test(bare)) throw refused(message);
}

const refused = (message: string): DatabaseError =>
  new DatabaseError(message, {
    sqlState: '42501',
    hint: 'Berkas dan program di balik Postgres tidak bisa dipakai dari sebuah flow. Untuk berkas pakai task CopyIn dan CopyOut.',
  });
