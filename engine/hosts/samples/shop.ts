/** A made-up shop in the shape of DummyJSON: `/products`, `/products/N`, `limit`, `skip` and `select` as there. */
import { numbersFrom } from '../common/random.ts';

const COUNT = 194;
const PAGE = 30;
const GOODS = [
  ['groceries', 'Kopi Gayo', 'Teh Melati', 'Gula Aren', 'Sambal Bawang'],
  ['furniture', 'Kursi Rotan', 'Meja Jati', 'Rak Bambu', 'Lemari Kecil'],
  ['laptops', 'Laptop Pelajar', 'Laptop Kantor', 'Laptop Gim', 'Laptop Tipis'],
  ['fragrances', 'Parfum Cendana', 'Parfum Melati', 'Parfum Kenanga', 'Parfum Vanila'],
] as const;
const BRANDS = ['Nusa', 'Rimba', 'Samudra', 'Kartika', 'Laskar'];

/** The answer to what follows `/products`; nothing where there is no such product. */
export function shopAnswer(rest: string, query: URLSearchParams): unknown {
  const keep = query
    .get('select')
    ?.split(',')
    .map((name) => name.trim());
  if (rest === '' || rest === '/') {
    const skip = Math.min(COUNT, numberOf(query, 'skip', 0));
    const asked = numberOf(query, 'limit', PAGE);
    const limit = Math.min(asked === 0 ? COUNT : asked, COUNT - skip);
    const products = Array.from({ length: limit }, (_, at) => selected(product(skip + at + 1), keep));
    return { products, total: COUNT, skip, limit };
  }
  const id = /^\/(\d{1,6})$/.exec(rest)?.[1];
  if (id === undefined || Number(id) < 1 || Number(id) > COUNT) return undefined;
  return selected(product(Number(id)), keep);
}

function product(id: number): Record<string, unknown> {
  const next = numbersFrom(`product ${id}`);
  const [category, ...names] = GOODS[id % GOODS.length] ?? GOODS[0];
  const brand = pick(BRANDS, next);
  const name = pick(names, next);
  return {
    id,
    title: `${name} ${brand} ${id}`,
    description: `${name} dari ${brand}. Data contoh buatan Alur.`,
    category,
    price: Math.floor(199 + next() * 99_800) / 100,
    discountPercentage: Math.floor(next() * 2000) / 100,
    rating: Math.floor(250 + next() * 250) / 100,
    stock: Math.floor(next() * 100),
    tags: [category],
    brand,
    sku: `CTH-${String(id).padStart(4, '0')}`,
    weight: 1 + Math.floor(next() * 10),
    minimumOrderQuantity: 1 + Math.floor(next() * 24),
  };
}

/** The id comes along whatever was asked for. */
function selected(whole: Record<string, unknown>, keep: readonly string[] | undefined): Record<string, unknown> {
  if (!keep) return whole;
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name === 'id' || keep.includes(name)));
}

function numberOf(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}

const pick = (from: readonly string[], next: () => number): string => from[Math.floor(next() * from.length)] ?? '';
