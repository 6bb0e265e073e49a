/** A month's CSV, the same every time for the same month and size, made in chunks so that any size streams. */
import { numbersFrom } from '../common/random.ts';
import { calendarOf } from './calendar.ts';
import { type Colour, type SampleSize, type TaxiMonth, taxiRowCount } from './months.ts';
import { type Trip, tripAt } from './trip.ts';

/** The real files' columns, in their order. */
export const TAXI_COLUMNS: Record<Colour, readonly string[]> = {
  green:
    'VendorID,lpep_pickup_datetime,lpep_dropoff_datetime,store_and_fwd_flag,RatecodeID,PULocationID,DOLocationID,passenger_count,trip_distance,fare_amount,extra,mta_tax,tip_amount,tolls_amount,ehail_fee,improvement_surcharge,total_amount,payment_type,trip_type,congestion_surcharge'.split(
      ',',
    ),
  yellow:
    'VendorID,tpep_pickup_datetime,tpep_dropoff_datetime,passenger_count,trip_distance,RatecodeID,store_and_fwd_flag,PULocationID,DOLocationID,payment_type,fare_amount,extra,mta_tax,tip_amount,tolls_amount,improvement_surcharge,total_amount,congestion_surcharge'.split(
      ',',
    ),
};

/** One row in 200 comes a second time, exactly. */
const DUPLICATES = 0.005;
const CHUNK_CHARACTERS = 64 * 1024;

/** The text of the file, header first; throws where the month has no file (ask `taxiRowCount` first). */
export function* taxiCsv(month: TaxiMonth, size: SampleSize = 'contoh'): Generator<string, void, undefined> {
  const count = taxiRowCount(month, size);
  if (count === undefined) throw new RangeError(`No taxi data for ${month.colour} ${month.year}-${month.month}`);
  const next = numbersFrom(`${month.colour} ${month.year}-${month.month}`);
  const beginning = calendarOf(month);
  let chunk = `${TAXI_COLUMNS[month.colour].join(',')}\n`;
  let previous = '';
  for (let row = 0; row < count; row++) {
    if (previous === '' || next() >= DUPLICATES) {
      previous = lineOf(tripAt(beginning((row + next()) / count), month, next), month.colour);
    }
    chunk += previous;
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

function lineOf(trip: Trip, colour: Colour): string {
  const { vendor, from, to } = trip;
  const known = vendor !== undefined;
  const pickup = stamp(trip.pickup);
  const dropoff = stamp(trip.dropoff);
  const rate = known ? trip.rate : '';
  const payment = known ? trip.payment : '';
  const passengers = trip.passengers ?? '';
  const congestion = trip.congestion === undefined ? '' : amount(trip.congestion);
  const before = `${amount(trip.fare)},${amount(trip.extra)},${amount(trip.mtaTax)},${amount(trip.tip)},${amount(trip.tolls)}`;
  const after = `${amount(trip.improvement)},${amount(trip.total)}`;
  if (colour === 'green') {
    const kind = known ? trip.tripType : '';
    return `${vendor ?? ''},${pickup},${dropoff},${trip.flag},${rate},${from},${to},${passengers},${amount(trip.distance)},${before},,${after},${payment},${kind},${congestion}\n`;
  }
  return `${vendor ?? ''},${pickup},${dropoff},${passengers},${amount(trip.distance)},${rate},${trip.flag},${from},${to},${payment},${before},${after},${congestion}\n`;
}

/** Hundredths as the files print them: `7`, `0.5`, `-3.25`. */
function amount(hundredths: number): string {
  return String(hundredths / 100);
}

/** `2019-01-01 00:18:50` */
function stamp(instant: number): string {
  const iso = new Date(instant).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
