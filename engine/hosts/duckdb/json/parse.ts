/** A JSON file as rows: an array of records, one record, or records one after another on lines of their own. */

/** A number that JavaScript would not give back as it was written: `10.0`, or more digits than it holds. */
export class Precise {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get type(): 'DOUBLE' | 'HUGEINT' {
    return /^-?\d{1,38}$/.test(this.text) && within128(BigInt(this.text)) ? 'HUGEINT' : 'DOUBLE';
  }
  toJSON(): unknown {
    return Number(this.text);
  }
}

const within128 = (value: bigint) => value >= -(2n ** 127n) && value < 2n ** 127n;

/** Not every browser tells how a number was written; there a `10.0` is 10. */
type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown;

const precise: Reviver = (_, value, context) => {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined) return value;
  return Number.isInteger(value) && (!Number.isSafeInteger(value) || !/^-?\d+$/.test(source))
    ? new Precise(source)
    : value;
};

const jsonOf = (text: string): unknown => JSON.parse(text, precise);

/** Throws `SyntaxError` with the line where the file stops being JSON. */
export function parseRecords(text: string): unknown[] {
  const whole = text.replace(/^\uFEFF/, '');
  if (whole.trim() === '') return [];
  try {
    const value = jsonOf(whole);
    return Array.isArray(value) ? value : [value];
  } catch (error) {
    const lines = whole.split('\n');
    return lines.flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [jsonOf(line)];
      } catch {
        // Lines are only meant where the first is a record by itself; else the whole file was, and its own word says where.
        throw index === 0 ? error : new SyntaxError(`line ${index + 1}: ${line.slice(0, 60)}`);
      }
    });
  }
}
