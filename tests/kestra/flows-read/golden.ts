/** Where the recorded answers of the reference stand, and their shape. */
export const matrixFile = new URL('golden/matrix.json', import.meta.url);
export const edgesFile = new URL('golden/edges.jsonl', import.meta.url);
export const inputsFile = new URL('golden/inputs.jsonl', import.meta.url);

/** The answers of the matrix, a sign each: refused by `validate`, or by `create` alone. */
export const ANSWER = { accepted: '+', validate: '-', create: '~' } as const;

/** A flow written by hand; `refused` holds the first line of Kestra's words. */
export interface Edge {
  name: string;
  yaml: string;
  refused?: string;
}

/** A start: the values that the execution saw, or why there is none. */
export interface InputCase {
  name: string;
  yaml: string;
  given: Record<string, unknown>;
  values?: Record<string, unknown>;
  problem?: string;
}

export const lines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
