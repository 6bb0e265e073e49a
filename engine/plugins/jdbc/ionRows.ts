/** The rows of an Ion text file, one by one: structs or lists, as `fetchType: STORE` and a Kestra's serializers write them. */
import { type dom, IonTypes, load } from 'ion-js';
import { TaskError } from '../definition.ts';

/** By column name, or in order where the file has lists. */
export type IonRow = Record<string, unknown> | unknown[];

/** A row that has not ended after so many lines is no row. */
const MOST_LINES = 1000;

export async function* ionRows(content: ReadableStream<Uint8Array>): AsyncGenerator<IonRow> {
  let pending = '';
  let lines = 0;
  for await (const line of linesOf(content)) {
    if (pending === '' && line.trim() === '') continue;
    pending += pending === '' ? line : `\n${line}`;
    lines += 1;
    const row = parse(pending);
    if (row === undefined) {
      if (lines < MOST_LINES) continue;
      throw unreadable(pending);
    }
    pending = '';
    lines = 0;
    yield row;
  }
  if (pending.trim() !== '') throw unreadable(pending);
}

function parse(text: string): IonRow | undefined {
  let value: dom.Value | null;
  try {
    value = load(text);
  } catch {
    return undefined;
  }
  const type = value?.getType();
  if (value && type === IonTypes.STRUCT) {
    return Object.fromEntries(value.fields().map(([name, field]) => [name, plain(field)]));
  }
  if (value && type === IonTypes.LIST) return value.elements().map(plain);
  throw unreadable(text);
}

/** As a parameter of a statement: text where JavaScript would lose digits. */
function plain(value: dom.Value): unknown {
  if (value.isNull()) return null;
  switch (value.getType()) {
    case IonTypes.BOOL:
      return value.booleanValue();
    case IonTypes.INT:
    case IonTypes.DECIMAL:
      return value.toString();
    case IonTypes.FLOAT:
      return String(value.numberValue());
    case IonTypes.STRUCT:
    case IonTypes.LIST:
      return JSON.parse(JSON.stringify(value)) as unknown;
    case IonTypes.BLOB:
    case IonTypes.CLOB:
      return `\\x${Array.from(value.uInt8ArrayValue() ?? [], (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    case IonTypes.TIMESTAMP:
      return value.timestampValue()?.toString();
    default:
      return value.stringValue();
  }
}

async function* linesOf(content: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = content.getReader();
  let rest = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const lines = (rest + decoder.decode(piece.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    yield rest + decoder.decode();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const unreadable = (text: string) =>
  new TaskError(`Invalid Ion row: ${text.slice(0, 100)}`, {
    explanation:
      'Batch membaca berkas Ion, satu baris data per baris. Isi `from` dengan output `uri` dari task Query dengan `fetchType: STORE`; berkas CSV dimuat dengan CopyIn.',
  });
