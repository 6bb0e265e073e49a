/**
 * Which addresses are answered by a sample. To add one here: an entry with a pattern of the whole address and a function that makes the
 * answer from the pattern's groups, or gives nothing where the real host would say 404. An instructor adds one in `labs/samples.yaml`.
 */

import { jsonSamples } from './json.ts';
import { mock } from './mock.ts';
import { type Colour, type TaxiMonth, taxiRowCount } from './months.ts';
import { ordersFile } from './orders.ts';
import type { Sample } from './sample.ts';
import { taxiCsv } from './taxiCsv.ts';
import { zonesCsv } from './zones.ts';

const RELEASES = 'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/';
const TAXI_FILE =
  /^https:\/\/github\.com\/DataTalksClub\/nyc-tlc-data\/releases\/download\/(?<folder>green|yellow)\/(?<file>(?<colour>green|yellow)_tripdata_(?<year>\d{4})-(?<month>\d{2})\.csv(?:\.gz)?)$/;
const CLOUDFRONT = 'https://d37ci6vzurychx.cloudfront.net/';

/** Files that stand in a folder; nothing else is below it. */
function fileSample(prefix: string, has: string, find: (path: string) => ReturnType<typeof ordersFile>): Sample {
  return {
    label: 'data contoh',
    prefix,
    has,
    pattern: new RegExp(`^${prefix.replace(/[.+?]/g, '\\$&')}(?<path>.*)$`),
    answer({ path = '' }) {
      const found = find(path);
      return found && { contentType: found.contentType, content: [found.text] };
    },
  };
}

const zones = (edition: 'current' | 'older', path: RegExp) => (asked: string) =>
  path.test(asked) ? { contentType: 'text/csv', text: zonesCsv(edition) } : undefined;

const TAXI_HAS =
  'Yang ada: green dan yellow, bulan 2019-01 sampai 2021-07, .csv atau .csv.gz; dan misc/taxi_zone_lookup.csv.';
const ORDERS_HAS = 'Yang ada: csv/orders.csv, csv/products.csv, json/products.json.';
const ZONES_HAS =
  'Yang ada di sana hanya misc/taxi_zone_lookup.csv. Data perjalanan dalam bentuk CSV ada di github.com/DataTalksClub/nyc-tlc-data; Parquet tidak ada di data contoh.';

export const samples: readonly Sample[] = [
  {
    label: 'data contoh',
    pattern: TAXI_FILE,
    prefix: RELEASES,
    has: TAXI_HAS,
    answer({ folder, file = '', colour, year, month }, size) {
      const wanted: TaxiMonth = { colour: colour as Colour, year: Number(year), month: Number(month) };
      if (folder !== colour || taxiRowCount(wanted, size) === undefined) return undefined;
      return { fileName: file, contentType: 'application/octet-stream', content: taxiCsv(wanted, size) };
    },
  },
  fileSample(RELEASES, TAXI_HAS, zones('older', /^misc\/taxi_zone_lookup\.csv$/)),
  fileSample(CLOUDFRONT, ZONES_HAS, zones('current', /^misc\/taxi(?:_|\+_|%2B_)zone_lookup\.csv$/)),
  fileSample('https://huggingface.co/datasets/kestra/datasets/raw/main/', ORDERS_HAS, ordersFile),
  fileSample('https://huggingface.co/datasets/kestra/datasets/resolve/main/', ORDERS_HAS, ordersFile),
  mock,
  ...jsonSamples,
];
