/** `timestamptz` in the zone that a task names. */
import { Temporal } from 'temporal-polyfill';

/** `2024-01-01T20:04:05Z` as that zone's clock shows it, with its offset. */
export function inZone(cell: unknown, zone: string | undefined): unknown {
  if (zone === undefined || typeof cell !== 'string' || !cell.endsWith('Z')) return cell;
  return Temporal.Instant.from(cell).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });
}
