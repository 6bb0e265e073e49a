/** "Did you mean": the nearest of some names, where one is near enough. */

/** Edits between two texts (Levenshtein with swaps). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** A third of the letters may be wrong. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: { name: string; far: number } | undefined;
  for (const one of names) {
    const far = distance(wanted.slice(0, 120), one.toLowerCase().slice(0, 120));
    if (!best || far < best.far) best = { name: one, far };
  }
  return best && best.far <= Math.max(1, Math.floor(name.length / 3)) && best.name !== name ? best.name : undefined;
}
