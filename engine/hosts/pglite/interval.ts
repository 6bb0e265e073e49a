/** Postgres' interval text to the ISO-8601 form that Kestra prints, all six parts written out: `P0Y0M1DT2H0M0S`. */

const PARTS =
  /^(?:([+-]?\d+) years?)? ?(?:([+-]?\d+) mons?)? ?(?:([+-]?\d+) days?)? ?(?:([+-]?)(\d+):(\d\d):(\d\d)(?:\.(\d+))?)?$/;

export function isoInterval(text: string): string {
  const match = PARTS.exec(text);
  if (!match || text === '') return text;
  const [, years = '0', months = '0', days = '0', sign = '', hours = '0', minutes = '0', seconds = '0', part = ''] =
    match;
  const minus = sign === '-' ? -1 : 1;
  const whole = (digits: string) => String(Number(digits) * minus + 0);
  const fraction = part.replace(/0+$/, '');
  const exact = fraction ? `${minus < 0 ? '-' : ''}${Number(seconds)}.${fraction}` : whole(seconds);
  return `P${Number(years)}Y${Number(months)}M${Number(days)}DT${whole(hours)}H${whole(minutes)}M${exact}S`;
}
