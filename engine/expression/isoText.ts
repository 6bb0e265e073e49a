/** Moments as they are mostly written (`2019-01-31`, `2019-01-31T09:00:00Z`), read without a detour; for anything else there is `dates.ts`. */

export interface Moment {
  nanoseconds: bigint;
  /** The zone that the text itself names; nothing where it names none. */
  zone: string | undefined;
}

const USUAL =
  /^([1-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-](?:0[1-9]|1[0-7]):[0-5]\d)?)?$/;

/** Undefined where the text is not of this kind, or no such day is there. */
export function usualMoment(text: string): Moment | undefined {
  const match = USUAL.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(midnight).getUTCDate() !== Number(day)) return undefined;
  const seconds = Number(hour) * 3_600 + Number(minute) * 60 + Number(second) - offsetOf(offset);
  return {
    nanoseconds: BigInt(midnight + seconds * 1_000) * 1_000_000n + BigInt(fraction.padEnd(9, '0')),
    zone: offset === 'Z' ? 'UTC' : offset,
  };
}

/** In seconds. */
function offsetOf(offset: string | undefined): number {
  if (offset === undefined || offset === 'Z') return 0;
  const seconds = Number(offset.slice(1, 3)) * 3_600 + Number(offset.slice(4)) * 60;
  return offset.startsWith('-') ? -seconds : seconds;
}
