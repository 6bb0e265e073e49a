/** A made-up shop in the shape of DummyJSON: lists with `limit`, `skip` and `select`, one by number, search, categories, carts. */
import { numbersFrom } from '../common/random.ts';

const COUNT = 194;
const PAGE = 30;
const CARTS = 50;
const GOODS = [
  ['groceries', 'Kopi Gayo', 'Teh Melati', 'Gula Aren', 'Sambal Bawang'],
  ['furniture', 'Kursi Rotan', 'Meja Jati', 'Rak Bambu', 'Lemari Kecil'],
  ['laptops', 'Laptop Pelajar', 'Laptop Kantor', 'Laptop Gim', 'Laptop Tipis'],
  ['fragrances', 'Parfum Cendana', 'Parfum Melati', 'Parfum Kenanga', 'Parfum Vanila'],
] as const;
const CATEGORIES = GOODS.map(([category]) => category);
const BRANDS = ['Nusa', 'Rimba', 'Samudra', 'Kartika', 'Laskar'];

/** The answer to what follows `/products`; nothing where there is no such product. */
export function shopAnswer(rest: string, query: URLSearchParams): unknown {
  const keep = query
    .get('select')
    ?.split(',')
    .map((name) => name.trim());
  const page = (wanted: readonly Product[]) => {
    const { items, ...facts } = pageOf(wanted, query);
    return { products: items.map((one) => selected(one, keep)), ...facts };
  };
  if (rest === '' || rest === '/') return page(all());
  if (rest === '/search') {
    const word = (query.get('q') ?? '').toLowerCase();
    return page(all().filter(({ title, description }) => `${title} ${description}`.toLowerCase().includes(word)));
  }
  if (rest === '/category-list') return CATEGORIES;
  if (rest === '/categories') {
    return CATEGORIES.map((slug) => ({ slug, name: slug, url: `https://dummyjson.com/products/category/${slug}` }));
  }
  const category = /^\/category\/([\w-]{1,60})$/.exec(rest)?.[1];
  if (category !== undefined) return page(all().filter((one) => one.category === category));
  const id = /^\/(\d{1,6})$/.exec(rest)?.[1];
  if (id === undefined || Number(id) < 1 || Number(id) > COUNT) return undefined;
  return selected(product(Number(id)), keep);
}

/** The answer to what follows `/carts`: some products each, summed up. */
export function cartsAnswer(rest: string, query: URLSearchParams): unknown {
  if (rest === '' || rest === '/') {
    const { items, ...facts } = pageOf(
      Array.from({ length: CARTS }, (_, at) => cart(at + 1)),
      query,
    );
    return { carts: items, ...facts };
  }
  const id = Number(/^\/(\d{1,6})$/.exec(rest)?.[1] ?? 0);
  return id >= 1 && id <= CARTS ? cart(id) : undefined;
}

function cart(id: number): Record<string, unknown> {
  const next = numbersFrom(`cart ${id}`);
  const products = Array.from({ length: 1 + Math.floor(next() * 5) }, () => {
    const { id: of, title, price, discountPercentage } = product(1 + Math.floor(next() * COUNT));
    const quantity = 1 + Math.floor(next() * 5);
    const total = cents(price * quantity);
    const discountedTotal = cents(total * (1 - discountPercentage / 100));
    return { id: of, title, price, quantity, total, discountPercentage, discountedTotal };
  });
  const sum = (of: (one: (typeof products)[number]) => number) => cents(products.reduce((at, one) => at + of(one), 0));
  return {
    id,
    products,
    total: sum(({ total }) => total),
    discountedTotal: sum(({ discountedTotal }) => discountedTotal),
    userId: 1 + Math.floor(next() * 100),
    totalProducts: products.length,
    totalQuantity: products.reduce((at, { quantity }) => at + quantity, 0),
  };
}

const cents = (amount: number): number => Math.round(amount * 100) / 100;

function pageOf<T>(
  wanted: readonly T[],
  query: URLSearchParams,
): { items: T[]; total: number; skip: number; limit: number } {
  const skip = Math.min(wanted.length, numberOf(query, 'skip', 0));
  const asked = numberOf(query, 'limit', PAGE);
  const items = wanted.slice(skip, asked === 0 ? undefined : skip + asked);
  return { items, total: wanted.length, skip, limit: items.length };
}

const all = (): Product[] => Array.from({ length: COUNT }, (_, at) => product(at + 1));

interface Product extends Record<string, unknown> {
  id: number;
  title: string;
  description: string;
  category: string;
  price: number;
  discountPercentage: number;
}

function product(id: number): Product {
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
