/** Values as Ion text, and back (ion-js reads). */
import { type IonType, IonTypes, makeReader, type Reader } from 'ion-js';
import { Failure } from './failures.ts';
import { wholeOf } from './json.ts';
import { Double, isNumeric, printNumber } from './numbers.ts';
import { Character, Entry, entriesOf, isDate, isMap, isNothing, JavaMap, javaString, printDate } from './values.ts';

export function ionOf(value: unknown): string {
  if (isNothing(value)) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (isNumeric(value)) return number(value);
  if (Array.isArray(value)) return `[${value.map(ionOf).join(',')}]`;
  if (isDate(value)) return printDate(value);
  if (value instanceof Entry) return ionOf(new JavaMap([[value.key, value.value]]));
  if (value instanceof Character) return JSON.stringify(value.letter);
  if (!isMap(value)) return String(value);
  return `{${entriesOf(value)
    .map(([key, item]) => `${name(javaString(key))}:${ionOf(item)}`)
    .join(',')}}`;
}

/** A double carries an exponent, so that it does not read as a decimal. */
function number(value: number | bigint | Double): string {
  const text = printNumber(value);
  if (value instanceof Double && value.kind.startsWith('java.math')) return text;
  if (text === 'NaN') return 'nan';
  if (text.endsWith('Infinity')) return text.startsWith('-') ? '-inf' : '+inf';
  return /^-?\d+$/.test(text) || text.includes('E') ? text : `${text.replace(/\.0$/, '')}e0`;
}

const RESERVED = ['null', 'true', 'false', 'nan'];

const name = (text: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(text) && !RESERVED.includes(text)
    ? text
    : `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** One value; all of them as a list where asked for. Nothing where the text holds none. */
export function fromIon(text: string, allRows: boolean): unknown {
  try {
    const reader = makeReader(text);
    const rows: unknown[] = [];
    for (let type = reader.next(); type !== null; type = reader.next()) {
      const value = read(reader, type);
      if (!allRows) return value;
      rows.push(value);
    }
    return allRows ? rows : null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(`Invalid ion: ${message}`, `Teks ini bukan Ion yang benar: ${text.slice(0, 80)}`);
  }
}

function read(reader: Reader, type: IonType): unknown {
  if (reader.isNull()) return null;
  switch (type) {
    case IonTypes.INT:
      return wholeOf(BigInt(reader.bigIntValue() ?? 0n));
    case IonTypes.FLOAT:
      return new Double(reader.numberValue() ?? 0);
    case IonTypes.DECIMAL: {
      const text = String(reader.decimalValue());
      return new Double(Number(text), 'java.math.BigDecimal', text);
    }
    case IonTypes.BOOL:
      return reader.booleanValue();
    case IonTypes.TIMESTAMP:
      return timestamp(String(reader.timestampValue()));
    case IonTypes.STRUCT:
    case IonTypes.LIST:
    case IonTypes.SEXP:
      return container(reader, type);
    case IonTypes.BLOB:
    case IonTypes.CLOB:
      return new TextDecoder().decode(reader.uInt8ArrayValue() ?? new Uint8Array());
    default:
      return reader.stringValue();
  }
}

/** A day is a day; a moment has a zone. */
const timestamp = (text: string): string => {
  const date = text.replace(/T$/, '');
  if (/^\d{4}(-\d\d)?$/.test(date)) return `${date}${'-01'.repeat(date.length === 4 ? 2 : 1)}`;
  return date.replace(/\.(\d{1,2})(?=\D|$)/, (_, fraction: string) => `.${fraction.padEnd(3, '0')}`);
};

function container(reader: Reader, type: IonType): unknown {
  const map = new JavaMap();
  const list: unknown[] = [];
  reader.stepIn();
  for (let inner = reader.next(); inner !== null; inner = reader.next()) {
    const field = reader.fieldName();
    const value = read(reader, inner);
    if (type === IonTypes.STRUCT) map.set(field ?? '', value);
    else list.push(value);
  }
  reader.stepOut();
  return type === IonTypes.STRUCT ? map : list;
}
