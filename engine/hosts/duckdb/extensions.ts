/**
 * `INSTALL json` where json is built in does nothing, as on any DuckDB that has it; asked of ours it would look for a network that
 * it may not use.
 */
const COMMENTS = /--[^\n]*(\n|$)|\/\*[\s\S]*?\*\//g;
const WANTED = /^\s*(?:(?:FORCE\s+)?INSTALL|LOAD)\s+['"]?(\w+)['"]?(?:\s+FROM\s+['"]?[\w./:-]+['"]?)?\s*;?\s*$/i;

/** Whether `sql` only asks for an extension that is here already. Anything else is DuckDB's to answer. */
export function asksForBuiltIn(sql: string, builtIn: readonly string[]): boolean {
  const name = WANTED.exec(sql.replace(COMMENTS, ' '))?.[1];
  return name !== undefined && builtIn.includes(name.toLowerCase());
}
