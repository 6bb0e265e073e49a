/** Names in statements that we write ourselves. */

const PART = '(?:[\\p{L}_][\\p{L}\\p{N}_$]*|"(?:[^"]|"")+")';
const PLAIN = new RegExp(`^${PART}(?:\\.${PART}){0,2}$`, 'u');

/** A name as written where Postgres reads it as one (`public.trips`, `"Trip Id"`), else quoted whole: nothing else gets into the SQL. */
export function identifier(name: string): string {
  const text = name.trim();
  return PLAIN.test(text) ? text : `"${text.replaceAll('\0', '').replaceAll('"', '""')}"`;
}

export const literal = (text: string): string => {
  const doubled = text.replaceAll('\0', '').replaceAll("'", "''");
  return doubled.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
};
