/** An instructor's sample as plain data, which crosses workers and builds, and as an entry of the table. */
import type { Sample } from './sample.ts';

export interface WrittenSample {
  /** `https://host/path`; `*` stands for one part of the path, `**` for any number. What follows `?` must be asked for too. */
  address: string;
  label: string;
  status: number;
  contentType: string;
  fileName?: string;
  body: string;
}

export function writtenSample({ address, label, status, contentType, fileName, body }: WrittenSample): Sample {
  const [path = address] = address.split('?', 1);
  const query = new URLSearchParams(address.slice(path.length));
  return {
    label,
    prefix: path.split('*', 1)[0] ?? path,
    pattern: new RegExp(
      `^${path
        .split(/(\*\*|\*)/)
        .map(patternOf)
        .join('')}$`,
    ),
    has: `Yang ada: ${address}.`,
    answer(_, _size, asked) {
      if ([...query].some(([name, value]) => asked.get(name) !== value)) return undefined;
      return { status, contentType, content: [body], ...(fileName !== undefined && { fileName }) };
    },
  };
}

function patternOf(piece: string): string {
  if (piece === '**') return '.*';
  if (piece === '*') return '[^/]+';
  return piece.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
}
