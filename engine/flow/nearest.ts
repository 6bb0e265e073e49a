/** "Did you mean": the nearest of some names, where one is near enough. */

/** Longer names are compared by their beginnings. */
const LONGEST = 120;

/**
 * Edits between two texts (Levenshtein with swaps of neighbours), or `most + 1` where there are more: rows that can't get below that
 * are not looked at to their end.
 */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
      least = Math.min(least, best);
    }
    // A swap looks two rows back: one more than the limit may still come down by it.
    if (least > most + 1) return most + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** A third of the letters may be wrong. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase().slice(0, LONGEST);
  let most = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  for (const one of names) {
    const far = distance(wanted, one.toLowerCase().slice(0, LONGEST), most);
    if (far > most) continue;
    // From here on only what is nearer counts.
    best = one;
    most = far - 1;
    if (most < 0) break;
  }
  return best === name ? undefined : best;
}
