/** ISO-8601 durations as `java.time.Duration` reads and prints them: days to fractions of a second, no months or years. */

const PATTERN = /^([-+]?)P(?:([-+]?\d+)D)?(?:T(?:([-+]?\d+)H)?(?:([-+]?\d+)M)?(?:([-+]?\d+)(?:[.,](\d{0,9}))?S)?)?$/i;

/** Milliseconds (fractions kept), or undefined where the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const trimmed = text.trim();
  const match = PATTERN.exec(trimmed);
  if (!match || /[PT]$/i.test(trimmed)) return undefined;
  const [, sign, days, hours, minutes, seconds, fraction] = match;
  const part = (value: string | undefined, unit: number) => (value === undefined ? 0 : Number(value) * unit);
  const below = fraction ? Number(`0.${fraction}`) * 1_000 * (seconds?.startsWith('-') ? -1 : 1) : 0;
  const total = part(days, 86_400_000) + part(hours, 3_600_000) + part(minutes, 60_000) + part(seconds, 1_000) + below;
  return sign === '-' ? -total : total;
}

/** `PT1H2M3.5S`, `PT0S`; from milliseconds. */
export function formatDuration(milliseconds: number): string {
  const millis = Math.round(milliseconds);
  if (millis === 0) return 'PT0S';
  const hours = Math.trunc(millis / 3_600_000);
  const minutes = Math.trunc((millis % 3_600_000) / 60_000);
  const seconds = (millis % 60_000) / 1_000;
  const part = (value: number, unit: string) => (value === 0 ? '' : `${value}${unit}`);
  return `PT${part(hours, 'H')}${part(minutes, 'M')}${part(seconds, 'S')}`;
}
