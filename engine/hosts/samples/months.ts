/** Which months there are, and how many trips each really had (counts of the public releases, rounded nowhere). */
export type Colour = 'green' | 'yellow';

export interface TaxiMonth {
  colour: Colour;
  year: number;
  /** 1 to 12. */
  month: number;
}

const FIRST_YEAR = 2019;

/** From January 2019 on. */
const TRIPS: Record<Colour, readonly number[]> = {
  green: [
    630918, 575685, 601102, 514392, 504887, 471052, 470743, 449695, 449063, 476386, 449500, 450627, 447770, 398632,
    223406, 35612, 57360, 63109, 72257, 81063, 87987, 95120, 88605, 83130, 76518, 64572, 83827, 86941, 88180, 86737,
    83691,
  ],
  yellow: [
    7667792, 7019375, 7832545, 7433139, 7565261, 6941024, 6310419, 6073357, 6567788, 7213891, 6878111, 6896317, 6405008,
    6299354, 3007292, 237993, 348371, 549760, 800412, 1007284, 1341012, 1681131, 1508985, 1461897, 1369765, 1371708,
    1925152, 2171187, 2507109, 2834264, 2821746,
  ],
};

/** So many rows stand for January 2019; the other months follow in proportion. */
const SAMPLE_OF_JANUARY: Record<Colour, number> = { green: 5000, yellow: 10_000 };

/** `contoh`: a few thousand rows; `nyata`: as many as the real file; or a number, the same for every month. */
export type SampleSize = 'contoh' | 'nyata' | number;

/** The rows of a month's file, dirty ones and duplicates included; nothing for a month that has no file. */
export function taxiRowCount({ colour, year, month }: TaxiMonth, size: SampleSize = 'contoh'): number | undefined {
  const trips = TRIPS[colour][(year - FIRST_YEAR) * 12 + month - 1];
  if (trips === undefined || month < 1 || month > 12) return undefined;
  if (size === 'nyata') return trips;
  if (size !== 'contoh') return size;
  const [january = trips] = TRIPS[colour];
  return Math.round((trips / january) * SAMPLE_OF_JANUARY[colour]);
}
