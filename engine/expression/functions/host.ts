/** Functions that ask the host or the execution. */

import { Failure } from '../failures.ts';
import { asked } from '../request.ts';
import { stringify } from '../values.ts';
import type { PebbleFunction } from './function.ts';

const request = (name: string, args: readonly string[], help: string, needed?: string): PebbleFunction => ({
  name,
  args,
  help,
  call: (given, scope) => {
    if (needed !== undefined && (given[needed] === undefined || given[needed] === null)) {
      throw new Failure(
        `The '${name}' function expects an argument '${needed}'.`,
        `\`${name}\` memerlukan argumen \`${needed}\`.`,
      );
    }
    return asked(scope, name, given);
  },
});

/** `outputs.task` inside nested loops, for the values around it. */
function currentEachOutput(
  { outputs }: Record<string, unknown>,
  { variables }: { variables: Record<string, unknown> },
): unknown {
  const taskrun = (variables.taskrun ?? {}) as Record<string, unknown>;
  const parents = (variables.parents ?? []) as { taskrun?: { value?: unknown } }[];
  const values = [...parents]
    .reverse()
    .flatMap((parent) => (parent.taskrun?.value === undefined ? [] : [parent.taskrun.value]));
  if (taskrun.value !== undefined) values.push(taskrun.value);
  let at: unknown = outputs;
  for (const value of values)
    at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[stringify(value)] : undefined;
  return at ?? null;
}

export const hostFunctions: readonly PebbleFunction[] = [
  request('kv', ['key', 'namespace', 'errorOnMissing'], 'Nilai dari KV store.', 'key'),
  request('secret', ['key', 'namespace', 'subkey'], 'Sebuah secret.', 'key'),
  request('read', ['path', 'namespace', 'version'], 'Isi sebuah berkas.', 'path'),
  request('fileURI', ['path', 'namespace', 'version'], 'Alamat sebuah berkas namespace.', 'path'),
  request('fileSize', ['path', 'namespace'], 'Ukuran sebuah berkas, dalam byte.', 'path'),
  request('fileExists', ['path', 'namespace'], 'Benar bila berkas itu ada.', 'path'),
  request('isFileEmpty', ['path', 'namespace'], 'Benar bila berkas itu kosong.', 'path'),
  request(
    'http',
    ['uri', 'method', 'query', 'body', 'contentType', 'headers', 'options', 'accept'],
    'Jawaban sebuah alamat web.',
    'uri',
  ),
  request('errorLogs', [], 'Baris log tingkat ERROR eksekusi ini.'),
  request('tasksWithState', ['state'], 'Task run yang berada dalam keadaan ini.', 'state'),
  {
    name: 'currentEachOutput',
    args: ['outputs'],
    help: 'Output task saudara di putaran yang sama.',
    call: currentEachOutput,
  },
  {
    name: 'printContext',
    args: [],
    help: 'Semua yang bisa dipakai dalam ungkapan.',
    call: (_, scope) => ({ ...scope.visible() }),
  },
  {
    name: 'fetchContext',
    args: [],
    help: 'Semua yang bisa dipakai dalam ungkapan.',
    call: (_, scope) => ({ ...scope.visible() }),
  },
];
