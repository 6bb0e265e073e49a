/** Taxi files of any length, and the tables that take them. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TAXI_COLUMNS, taxiCsv } from '#engine/hosts/samples/index.ts';

const COLUMNS = TAXI_COLUMNS.yellow;
const TYPES: Record<string, string> = {
  tpep_pickup_datetime: 'timestamp',
  tpep_dropoff_datetime: 'timestamp',
  passenger_count: 'integer',
  VendorID: 'text',
  store_and_fwd_flag: 'text',
  RatecodeID: 'text',
  PULocationID: 'text',
  DOLocationID: 'text',
  payment_type: 'integer',
};
const column = (name: string) => `${name} ${TYPES[name] ?? 'double precision'}`;

export const taxiColumns = COLUMNS;
/** Columns of a table that a file goes into. */
export const taxiTable = COLUMNS.map(column).join(', ');
export const taxiKey = `md5(CONCAT(${COLUMNS.map((name) => `COALESCE(CAST(${name} AS text), '')`).join(', ')}))`;

/** The real months' size, one after the other, cut after so many rows. */
function* lines(rows: number): Generator<string> {
  let left = rows + 1;
  for (let month = 1; left > 1; month += 1) {
    let isHeader = true;
    for (const chunk of taxiCsv({ colour: 'yellow', year: 2019, month }, 'nyata')) {
      const found = chunk.split('\n').slice(0, -1);
      if (isHeader && left <= rows) found.shift();
      isHeader = false;
      const taken = found.slice(0, left);
      left -= taken.length;
      yield `${taken.join('\n')}\n`;
      if (left === 0) return;
    }
  }
}

export const writeTaxiFile = (path: string, rows: number): Promise<void> =>
  pipeline(Readable.from(lines(rows)), createWriteStream(path));
