/** All filters by their name. */
import { dataFilters } from './data.ts';
import { dateFilters } from './date.ts';
import { encodeFilters } from './encode.ts';
import type { Filter } from './filter.ts';
import { lineFilters } from './lines.ts';
import { listFilters } from './list.ts';
import { mapFilters } from './map.ts';
import { numberFilters } from './number.ts';
import { textFilters } from './text.ts';

const all: readonly Filter[] = [
  ...textFilters,
  ...lineFilters,
  ...listFilters,
  ...mapFilters,
  ...numberFilters,
  ...encodeFilters,
  ...dataFilters,
  ...dateFilters,
];

const byName = new Map(all.map((filter) => [filter.name, filter]));

export const filterNamed = (name: string): Filter | undefined => byName.get(name);
export const allFilters = (): readonly Filter[] => all;
