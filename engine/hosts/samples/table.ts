/**
 * Which addresses are answered by a sample. To add one: an entry with a pattern of the whole address and a function that makes the
 * answer from the pattern's groups, or gives nothing where the real host would say 404.
 */

import { type Colour, type SampleSize, type TaxiMonth, taxiRowCount } from './months.ts';
import { taxiCsv } from './taxiCsv.ts';

export interface SampleAnswer {
  /** The name in Content-Disposition. */
  fileName: string;
  contentType: string;
  /** Text in chunks; a `.gz` file name has it packed on the way. */
  content: Iterable<string>;
}

export interface Sample {
  /** What the log calls it, in Indonesian. */
  label: string;
  pattern: RegExp;
  /** How every address of the pattern begins, to the letter. */
  prefix: string;
  answer: (groups: Record<string, string>, size: SampleSize) => SampleAnswer | undefined;
}

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
];
