/** What can go wrong in an expression: Kestra's own sentence, ours in Indonesian, and the place within the template. */
export class ExpressionError extends Error {
  override name = 'ExpressionError';
  readonly explanation: string;
  /** 1-based, within the template. */
  readonly line: number;
  readonly column: number;
  /** The unknown name or attribute, where that is the error. */
  readonly missing: string | undefined;

  constructor(message: string, facts: { explanation: string; line?: number; column?: number; missing?: string }) {
    super(message);
    this.explanation = facts.explanation;
    this.line = facts.line ?? 1;
    this.column = facts.column ?? 1;
    this.missing = facts.missing;
  }
}

export interface Place {
  line: number;
  column: number;
}

/** The line and column of an offset. */
export const placeOf = (source: string, offset: number): Place => placesIn(source)(offset);

/** The same for many offsets of one text: its lines are counted once. */
export function placesIn(source: string): (offset: number) => Place {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
