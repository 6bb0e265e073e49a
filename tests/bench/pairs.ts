/** Two ways of doing the same, in turns: the medians of five interleaved pairs, and their ratio. */
export interface Pair {
  name: string;
  /** What it is held against. */
  against: string;
  ours: number;
  theirs: number;
  ratio: number;
}

const PAIRS = 5;

/** Milliseconds; one unmeasured turn of each comes first. */
export async function pair(
  name: string,
  against: string,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
  /** Before each turn of either; not measured. */
  before: () => unknown = () => undefined,
): Promise<Pair> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  await before();
  await ours();
  await before();
  await theirs();
  for (let turn = 0; turn < PAIRS; turn++) {
    await before();
    times.ours.push(await timed(ours));
    await before();
    times.theirs.push(await timed(theirs));
  }
  const [a, b] = [median(times.ours), median(times.theirs)];
  return { name, against, ours: a, theirs: b, ratio: a / b };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
