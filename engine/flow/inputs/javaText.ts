/** Values as Java prints them: `[a, b]`, `{a=1}`. */
export function javaText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(javaText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}=${javaText(item)}`)
    .join(', ')}}`;
}

/** The shortest number that is still the same 32-bit float: 0.1, not 0.10000000149. */
export function shortest(single: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const rounded = Number(single.toPrecision(digits));
    if (Math.fround(rounded) === single) return rounded;
  }
  return single;
}
