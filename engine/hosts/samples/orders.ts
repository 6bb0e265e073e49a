/** Made-up orders and products in the shape of the CSV and JSON files that a Kestra's tutorials download: one product per `product_id`. */
import { numbersFrom } from '../common/random.ts';

const ORDERS = 100;
const PRODUCTS = 20;
const PEOPLE = [
  'Ayu Lestari',
  'Budi Santoso',
  'Citra Dewi',
  'Dimas Pratama',
  'Eka Putri',
  'Fajar Nugroho',
  'Gita Sari',
];
const THINGS = ['Kopi', 'Teh', 'Kain', 'Tas', 'Buku', 'Lampu', 'Kursi'];
const CATEGORIES = ['Makanan', 'Pakaian', 'Rumah', 'Buku', 'Elektronik'];
const BRANDS = ['Nusa', 'Rimba', 'Samudra', 'Kartika', 'Laskar'];

/** What follows the folder of the data set; nothing where there is no such file. */
export function ordersFile(path: string): { contentType: string; text: string } | undefined {
  switch (path) {
    case 'csv/orders.csv':
      return csv(Array.from({ length: ORDERS }, (_, at) => order(at + 1)));
    case 'csv/products.csv':
      return csv(products());
    case 'json/products.json':
      return { contentType: 'application/json; charset=utf-8', text: JSON.stringify(products()) };
    default:
      return undefined;
  }
}

const products = () => Array.from({ length: PRODUCTS }, (_, at) => product(at + 1));

function order(id: number): Record<string, string | number> {
  const next = numbersFrom(`order ${id}`);
  const price = 5 + Math.floor(next() * 19_500) / 100;
  const quantity = 1 + Math.floor(next() * 10);
  const name = pick(PEOPLE, next);
  return {
    order_id: id,
    customer_name: name,
    customer_email: `${name.split(' ')[0]?.toLowerCase() ?? ''}${id}@contoh.example`,
    product_id: 1 + Math.floor(next() * PRODUCTS),
    price: price.toFixed(2),
    quantity,
    total: (price * quantity).toFixed(2),
  };
}

function product(id: number): Record<string, string | number> {
  const next = numbersFrom(`kestra product ${id}`);
  return {
    product_id: id,
    product_name: `${pick(THINGS, next)} ${id}`,
    product_category: pick(CATEGORIES, next),
    brand: pick(BRANDS, next),
  };
}

function csv(rows: readonly Record<string, string | number>[]): { contentType: string; text: string } {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(','));
  return { contentType: 'text/plain; charset=utf-8', text: `${lines.join('\n')}\n` };
}

const pick = (from: readonly string[], next: () => number): string => from[Math.floor(next() * from.length)] ?? '';
