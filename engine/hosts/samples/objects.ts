/** Made-up things for sale in the shape of restful-api.dev: `/objects`, `/objects/N`, `?id=3&id=5`. */
import { numbersFrom } from '../common/random.ts';

const COUNT = 13;
const THINGS = ['Ponsel', 'Laptop', 'Tablet', 'Jam Tangan', 'Headphone'];
const COLOURS = ['Hitam', 'Putih', 'Biru', 'Merah'];

/** The answer to what follows `/objects`; nothing where there is no such thing. */
export function objectsAnswer(rest: string, query: URLSearchParams): unknown {
  if (rest === '' || rest === '/') {
    const asked = query.getAll('id');
    const ids = Array.from({ length: COUNT }, (_, at) => String(at + 1));
    return ids.filter((id) => asked.length === 0 || asked.includes(id)).map(thing);
  }
  const id = /^\/(\d{1,6})\/?$/.exec(rest)?.[1];
  return id !== undefined && Number(id) >= 1 && Number(id) <= COUNT ? thing(id) : undefined;
}

/** Each thing has other facts, and one has none: real answers are like that. */
function thing(id: string): Record<string, unknown> {
  const next = numbersFrom(`object ${id}`);
  const kind = THINGS[Number(id) % THINGS.length] ?? '';
  if (id === '2') return { id, name: `${kind} Contoh ${id}`, data: null };
  const price = 99 + Math.floor(next() * 190_000) / 100;
  const colour = COLOURS[Math.floor(next() * COLOURS.length)];
  const data =
    Number(id) % 3 === 0
      ? { price, year: 2019 + Math.floor(next() * 6), 'Hard disk size': '1 TB' }
      : Number(id) % 3 === 1
        ? { color: colour, capacity: '128 GB' }
        : { color: colour, price };
  return { id, name: `${kind} Contoh ${id}`, data };
}
