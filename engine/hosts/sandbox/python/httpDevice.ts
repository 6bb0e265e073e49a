/**
 * Python's way to the host's Http port is a device: it writes a line of JSON and the body, and reads a line of JSON and the body of
 * the answer. So no object of JavaScript ever gets into Python's hands.
 */
import type { PyodideAPI } from 'pyodide';
import type { Calls } from '../calls.ts';
import type { FetchAnswer, FetchRequest } from '../protocol.ts';
import { concat } from '../shell/gzip.ts';

export const HTTP_DEVICE = '/dev/alur-http';

interface Talk {
  asked: Uint8Array[];
  answer?: Uint8Array;
  read: number;
}

type Fetch = Required<Calls>['fetchAndWait'];

export function addHttpDevice(fs: PyodideAPI['FS'], fetchAndWait: Fetch): void {
  const talks = new WeakMap<object, Talk>();
  const talkOf = (stream: object): Talk => {
    const talk = talks.get(stream) ?? { asked: [], read: 0 };
    talks.set(stream, talk);
    return talk;
  };
  const device = fs.makedev(64, 7);
  fs.registerDevice(device, {
    write(stream: object, buffer: Uint8Array, offset: number, length: number) {
      talkOf(stream).asked.push(Uint8Array.from(buffer.subarray(offset, offset + length)));
      return length;
    },
    read(stream: object, buffer: Uint8Array, offset: number, length: number) {
      const talk = talkOf(stream);
      talk.answer ??= answered(concat(talk.asked), fetchAndWait);
      const part = talk.answer.subarray(talk.read, talk.read + length);
      buffer.set(part, offset);
      talk.read += part.length;
      return part.length;
    },
  });
  fs.mkdev(HTTP_DEVICE, 0o666, device);
}

function answered(asked: Uint8Array, fetchAndWait: Fetch): Uint8Array {
  const end = asked.indexOf(10);
  const { facts, body } = exchange(asked.subarray(0, end), asked.slice(end + 1), fetchAndWait);
  return concat([new TextEncoder().encode(`${JSON.stringify(facts)}\n`), body]);
}

function exchange(line: Uint8Array, body: Uint8Array, fetchAndWait: Fetch): { facts: object; body: Uint8Array } {
  const nothing = new Uint8Array();
  const question = questionOf(new TextDecoder().decode(line));
  if (!question) return { facts: { problem: 'Invalid request' }, body: nothing };
  const answer = fetchAndWait({ ...question, ...(body.length > 0 && { body }) });
  return answer.ok
    ? { facts: headOf(answer), body: answer.body }
    : { facts: { problem: problemOf(answer) }, body: nothing };
}

/** A script may write anything; nothing comes of what is no question. (zod compiles from text, which is shut here.) */
function questionOf(line: string): Omit<FetchRequest, 'body'> | undefined {
  try {
    const { method, url, headers, follow } = JSON.parse(line) as Record<string, unknown>;
    if (typeof method !== 'string' || typeof url !== 'string' || typeof headers !== 'object') return undefined;
    const texts = Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)] as const);
    return { method, url, headers: Object.fromEntries(texts), followRedirects: follow !== false };
  } catch {
    return undefined;
  }
}

const headOf = ({ status, headers, url }: Extract<FetchAnswer, { ok: true }>): object => ({ status, headers, url });

const problemOf = ({ message, explanation }: Extract<FetchAnswer, { ok: false }>): string =>
  [message, explanation].filter(Boolean).join('. ');
