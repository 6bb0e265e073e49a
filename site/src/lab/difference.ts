/** Which characters of two texts differ. Pure. */
export interface Piece {
  text: string;
  differs: boolean;
}

/** Longer texts are compared by their ends only. */
const MOST = 400;
const LEAST_SHARED = 0.4;

/** Both texts in pieces: what they share, in its order, and what only one has. */
export function difference(expected: string, got: string): { expected: Piece[]; got: Piece[] } {
  const [a, b] = [[...expected], [...got]];
  const kept = a.length * b.length > MOST * MOST ? sharedEnds(a, b) : longestShared(a, b);
  const shared = kept.a.filter(Boolean).length;
  // Two texts that have little in common differ as a whole: letters that happen to be the same would only confuse.
  const alike = shared >= Math.max(a.length, b.length) * LEAST_SHARED;
  return { expected: pieces(a, alike ? kept.a : []), got: pieces(b, alike ? kept.b : []) };
}

interface Kept {
  a: boolean[];
  b: boolean[];
}

function longestShared(a: readonly string[], b: readonly string[]): Kept {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const kept: Kept = { a: a.map(() => false), b: b.map(() => false) };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.a[i++] = true;
      kept.b[j++] = true;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return kept;
}

function sharedEnds(a: readonly string[], b: readonly string[]): Kept {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const keep = (text: readonly string[]) => text.map((_, index) => index < head || index >= text.length - tail);
  return { a: keep(a), b: keep(b) };
}

function pieces(text: readonly string[], kept: readonly boolean[]): Piece[] {
  const found: Piece[] = [];
  text.forEach((character, index) => {
    const differs = !kept[index];
    const last = found.at(-1);
    if (last && last.differs === differs) last.text += character;
    else found.push({ text: character, differs });
  });
  return found;
}
