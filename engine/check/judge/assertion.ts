/** The words of Kestra's unit tests: `equalTo`, `contains`, `greaterThan`, …; all that stand in one assertion must hold. */
import * as z from 'zod';

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const assertion = z
  .strictObject({
    equalTo: plain.optional(),
    notEqualTo: plain.optional(),
    contains: z.string().optional(),
    notContains: z.string().optional(),
    startsWith: z.string().optional(),
    endsWith: z.string().optional(),
    in: z.array(plain).optional(),
    notIn: z.array(plain).optional(),
    greaterThan: z.number().optional(),
    greaterThanOrEqualTo: z.number().optional(),
    lessThan: z.number().optional(),
    lessThanOrEqualTo: z.number().optional(),
    isNull: z.boolean().optional(),
    isNotNull: z.boolean().optional(),
  })
  .refine((words) => Object.keys(words).length > 0, 'Tulis paling sedikit satu pernyataan, misalnya equalTo.');

export type Assertion = z.output<typeof assertion>;

type Word = keyof Assertion;

const HOLDS: { [W in Word]: (got: unknown, wanted: never) => boolean } = {
  equalTo: (got, wanted: unknown) => same(got, wanted),
  notEqualTo: (got, wanted: unknown) => !same(got, wanted),
  contains: (got, wanted: string) => String(got).includes(wanted),
  notContains: (got, wanted: string) => !String(got).includes(wanted),
  startsWith: (got, wanted: string) => String(got).startsWith(wanted),
  endsWith: (got, wanted: string) => String(got).endsWith(wanted),
  in: (got, wanted: unknown[]) => wanted.some((one) => same(got, one)),
  notIn: (got, wanted: unknown[]) => !wanted.some((one) => same(got, one)),
  greaterThan: (got, wanted: number) => number(got) > wanted,
  greaterThanOrEqualTo: (got, wanted: number) => number(got) >= wanted,
  lessThan: (got, wanted: number) => number(got) < wanted,
  lessThanOrEqualTo: (got, wanted: number) => number(got) <= wanted,
  isNull: (got, wanted: boolean) => (got === null || got === undefined) === wanted,
  isNotNull: (got, wanted: boolean) => (got !== null && got !== undefined) === wanted,
};

export function holds(assertion: Assertion, got: unknown): boolean {
  return words(assertion).every(([word, wanted]) => HOLDS[word](got, wanted as never));
}

const SAID: { [W in Word]: string } = {
  equalTo: '',
  notEqualTo: 'bukan',
  contains: 'memuat',
  notContains: 'tidak memuat',
  startsWith: 'diawali',
  endsWith: 'diakhiri',
  in: 'salah satu dari',
  notIn: 'bukan salah satu dari',
  greaterThan: 'lebih dari',
  greaterThanOrEqualTo: 'paling sedikit',
  lessThan: 'kurang dari',
  lessThanOrEqualTo: 'paling banyak',
  isNull: 'kosong:',
  isNotNull: 'terisi:',
};

/** In Indonesian: `lebih dari 0`, `SUCCESS`. */
export function describe(assertion: Assertion): string {
  return words(assertion)
    .map(([word, wanted]) => `${SAID[word]} ${Array.isArray(wanted) ? wanted.join(', ') : show(wanted)}`.trim())
    .join(' dan ');
}

export function show(value: unknown): string {
  if (value === null || value === undefined) return 'tidak ada';
  if (value === true) return 'ya';
  if (value === false) return 'tidak';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const words = (assertion: Assertion) =>
  (Object.entries(assertion) as [Word, unknown][]).filter(([, wanted]) => wanted !== undefined);

/** A database gives counts as text or bigint: `5000` is 5000. */
function same(got: unknown, wanted: unknown): boolean {
  if (got === wanted) return true;
  if (typeof wanted === 'number') return got !== null && got !== '' && number(got) === wanted;
  return wanted !== null && got !== null && got !== undefined && String(got) === String(wanted);
}

const number = (value: unknown): number =>
  value === null || value === undefined || value === '' ? Number.NaN : Number(value);
