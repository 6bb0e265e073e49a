/**
 * Which addresses are answered by a sample. To add one: an entry with a pattern of the whole address and a function that makes the
 * answer from the pattern's groups, or gives nothing where the real host would say 404.
 */

import { jsonSamples } from './json.ts';
import { type Colour, type TaxiMonth, taxiRowCount } from './months.ts';
import type { Sample } from './sample.ts';
import { taxiCsv } from './taxiCsv.ts';

const TAXI_RELEASES =
  /^https:\/\/github\.com\/DataTalksClub\/nyc-tlc-data\/releases\/download\/(?<folder>green|yellow)\/(?<file>(?<colour>green|yellow)_tripdata_(?<year>\d{4})-(?<month>\d{2})\.csv(?:\.gz)?)$/;

export const samples: readonly Sample[] = [
  {
    label: 'data contoh',
    pattern: TAXI_RELEASES,
    prefix: 'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/',
    answer({ folder, file = '', colour, year, month }, size) {
      const wanted: TaxiMonth = { colour: colour as Colour, year: Number(year), month: Number(month) };
      if (folder !== colour || taxiRowCount(wanted, size) === undefined) return undefined;
      return { fileName: file, contentType: 'application/octet-stream', content: taxiCsv(wanted, size) };
    },
  },
  ...jsonSamples,
];
