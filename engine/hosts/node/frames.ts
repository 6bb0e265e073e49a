/** Values over a byte stream: each with its length before it, as Node writes it for another Node. */
import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

const HEAD = 4;

export function send(line: Socket, value: unknown): void {
  if (line.destroyed) return;
  const body = serialize(value);
  const head = Buffer.alloc(HEAD);
  head.writeUInt32BE(body.length);
  line.write(Buffer.concat([head, body]));
}

export function receive(line: Socket, take: (value: unknown) => void): void {
  let parts: Buffer[] = [];
  let length = 0;
  line.on('data', (chunk: Buffer) => {
    parts.push(chunk);
    length += chunk.length;
    for (;;) {
      const wanted = length < HEAD ? undefined : HEAD + headOf(parts).readUInt32BE();
      if (wanted === undefined || length < wanted) return;
      const all = Buffer.concat(parts);
      parts = [all.subarray(wanted)];
      length -= wanted;
      take(deserialize(all.subarray(HEAD, wanted)));
    }
  });
}

/** The first bytes, wherever the chunks were cut. */
function headOf(parts: Buffer[]): Buffer {
  const [first] = parts;
  return first && first.length >= HEAD ? first : Buffer.concat(parts);
}
