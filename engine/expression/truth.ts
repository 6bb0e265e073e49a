/** What counts as true, and where it may stand: Pebble has a rule of its own for `if`, `not`, `and` and `or`, and `?:`. */
import { shown } from './arithmetic.ts';
import { classOf } from './classes.ts';
import { Failure, wrongClass } from './failures.ts';
import { asNumber, isNumeric } from './numbers.ts';
import { isNothing } from './values.ts';

/** Numbers other than 0 and texts that are not empty; nothing for what is no condition. */
function plain(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return asNumber(value) !== 0;
  return typeof value === 'string' ? value !== '' : undefined;
}

/** Where variables need not be there, null is false everywhere. */
export function ifTruth(value: unknown, strict: boolean): boolean {
  if (isNothing(value) && !strict) return false;
  const truth = plain(value);
  if (truth !== undefined) return truth;
  throw new Failure('Wrong operand(s) type in conditional expression', condition('if', value));
}

export function notTruth(value: unknown, strict: boolean): boolean {
  if (isNothing(value) && !strict) return false;
  if (isNothing(value))
    throw new Failure('null value given to not() and strict variables is set to true', condition('not', value));
  const truth = plain(value);
  if (truth !== undefined) return truth;
  throw new Failure(
    `Unsupported value type ${classOf(value).split('.').at(-1)}. Expected Boolean, String, Number in "if" statement`,
    condition('not', value),
  );
}

export function logicTruth(value: unknown, strict: boolean): boolean {
  if (isNothing(value) && strict)
    throw new Failure(
      'null value used in and operator and strict variables is set to true',
      condition('and/or', value),
    );
  return choiceTruth(value, 'and/or');
}

/** Of `?:`, where null is false. */
export function choiceTruth(value: unknown, where = '?:'): boolean {
  if (isNothing(value)) return false;
  const truth = plain(value);
  if (truth !== undefined) return truth;
  throw wrongClass(value, 'java.lang.Boolean', condition(where, value));
}

const condition = (where: string, value: unknown): string =>
  `Syarat pada \`${where}\` harus benar/salah, angka, atau teks. Yang didapat: ${shown(value)}. Periksa dengan \`is null\`, \`is empty\`, atau \`| length > 0\`.`;
