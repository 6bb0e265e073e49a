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

/** The line and column of an offset. */
export function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}
