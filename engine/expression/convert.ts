/** What arguments and inputs of filters have to be, as Java's casts have it: a String is a String, a Long a Long. */
import { shown } from './arithmetic.ts';
import { Failure, wrongClass } from './failures.ts';
import { asNumber, isNumeric } from './numbers.ts';
import { isNothing } from './values.ts';

/** Of a filter that takes nothing but text; null stays null. */
export function textIn(value: unknown, filter: string): string {
  if (typeof value === 'string') return value;
  throw wrongClass(
    value,
    'java.lang.String',
    `Filter \`${filter}\` hanya untuk teks. Yang didapat: ${shown(value)}. Ubah dulu dengan filter \`string\`.`,
  );
}

/** An argument that has to be a whole number written in the template, or computed there. */
export function longIn(value: unknown, filter: string, argument: string): number {
  if (typeof value === 'bigint') return Number(value);
  if (isNothing(value)) throw nothingGiven(filter, argument);
  throw wrongClass(
    value,
    'java.lang.Long',
    `Argumen \`${argument}\` pada \`${filter}\` harus angka bulat. Yang didapat: ${shown(value)}. Angka dari variabel ditulis \`+ 0\`.`,
  );
}

/** Any number; anything else is refused with Java's words. */
export function numberIn(value: unknown, filter: string, argument: string): number {
  if (isNumeric(value)) return asNumber(value);
  throw wrongClass(
    value,
    'java.lang.Number',
    `Argumen \`${argument}\` pada \`${filter}\` harus angka. Yang didapat: ${shown(value)}.`,
  );
}

/** Text or nothing. */
export function optionalText(value: unknown, filter: string): string | undefined {
  return isNothing(value) ? undefined : textIn(value, filter);
}

export const nothingGiven = (filter: string, argument: string): Failure =>
  new Failure(
    'Cannot invoke "Object.toString()" because the return value of "java.util.Map.get(Object)" is null',
    `\`${filter}\` memerlukan argumen \`${argument}\`.`,
    true,
  );
