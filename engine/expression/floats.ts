/** Java's Float: 32 bits, printed with the fewest digits that give it back. */
import { Double, printDouble } from './numbers.ts';

export function float(value: number): Double {
  const rounded = Math.fround(value);
  return new Double(rounded, 'java.lang.Float', printFloat(rounded));
}

function printFloat(value: number): string {
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return printDouble(short);
  }
  return printDouble(value);
}
