/** Java's DateTimeFormatter patterns, taken apart and checked as Java does; printed by `javaPrint.ts`, read by `javaRead.ts`. */

export type Piece =
  | { kind: 'literal'; text: string }
  | { kind: 'field'; letter: string; count: number /** Filled up with spaces to this width (`p`). */; pad: number }
  | { kind: 'optional'; pieces: Piece[] };

/** What is no pattern, or no text of the pattern: Java's sentence. */
export class PatternError extends Error {
  override name = 'PatternError';
}

/** A date that a pattern could make: longer ones are refused. */
const LONGEST = 1_000;

/** How often a letter may stand in a row, as a Java has it. */
const MOST: Record<string, number> = {
  G: 5,
  u: 19,
  y: 19,
  Y: 19,
  D: 3,
  M: 5,
  L: 5,
  Q: 5,
  q: 5,
  w: 2,
  W: 1,
  d: 2,
  g: 19,
  E: 5,
  e: 5,
  c: 5,
  F: 1,
  a: 1,
  B: 5,
  h: 2,
  K: 2,
  k: 2,
  H: 2,
  m: 2,
  s: 2,
  S: 9,
  A: 19,
  n: 19,
  N: 19,
  V: 2,
  v: 4,
  z: 4,
  O: 4,
  X: 5,
  x: 5,
  Z: 5,
}; // prettier-ignore

const kept = new Map<string, Piece[]>();

/** Throws `PatternError`. */
export function piecesOf(pattern: string): Piece[] {
  const known = kept.get(pattern);
  if (known) return known;
  if (pattern.length > LONGEST) throw new PatternError(`The pattern is too long: ${pattern.length} characters`);
  const pieces = new Reader(pattern).read();
  if (kept.size >= 500) kept.clear();
  kept.set(pattern, pieces);
  return pieces;
}

class Reader {
  private readonly pattern: string;
  private at = 0;

  constructor(pattern: string) {
    this.pattern = pattern;
  }

  read(): Piece[] {
    const pieces = this.section();
    if (this.at < this.pattern.length) throw new PatternError('Pattern invalid as it contains ] without previous [');
    return pieces;
  }

  /** Until the `]` that closes it, or the end. */
  private section(): Piece[] {
    const pieces: Piece[] = [];
    while (this.at < this.pattern.length) {
      const character = this.pattern.charAt(this.at);
      if (character === ']') return pieces;
      if (character === '[') {
        this.at++;
        pieces.push({ kind: 'optional', pieces: this.section() });
        this.at++;
      } else pieces.push(this.piece(character));
    }
    return pieces;
  }

  private piece(character: string): Piece {
    if (character === "'") return { kind: 'literal', text: this.quoted() };
    if (/[A-Za-z]/.test(character)) return this.field();
    if ('{}#'.includes(character)) throw new PatternError(`Pattern includes reserved character: '${character}'`);
    this.at++;
    return { kind: 'literal', text: character };
  }

  private quoted(): string {
    let text = '';
    for (let at = this.at + 1; at < this.pattern.length; at++) {
      if (this.pattern[at] !== "'") text += this.pattern[at];
      else if (this.pattern[at + 1] === "'") {
        text += "'";
        at++;
      } else {
        this.at = at + 1;
        return text === '' ? "'" : text;
      }
    }
    throw new PatternError(`Pattern ends with an incomplete string literal: ${this.pattern}`);
  }

  private run(): { letter: string; count: number } {
    const letter = this.pattern.charAt(this.at);
    let count = 0;
    while (this.pattern[this.at] === letter) {
      count++;
      this.at++;
    }
    return { letter, count };
  }

  private field(): Piece {
    const start = this.at;
    let { letter, count } = this.run();
    let pad = 0;
    if (letter === 'p') {
      pad = count;
      if (!/[A-Za-z]/.test(this.pattern.charAt(this.at)))
        throw new PatternError(`Pad letter 'p' must be followed by valid pad pattern: ${this.pattern.slice(start)}`);
      ({ letter, count } = this.run());
    }
    checked(letter, count);
    return { kind: 'field', letter, count, pad };
  }
}

function checked(letter: string, count: number): void {
  const most = MOST[letter];
  if (most === undefined) throw new PatternError(`Unknown pattern letter: ${letter}`);
  if (letter === 'S' && count > most)
    throw new PatternError(`Minimum width must be from 0 to 9 inclusive but was ${count}`);
  if ((letter === 'B' && ![1, 4, 5].includes(count)) || (letter === 'v' && ![1, 4].includes(count)))
    throw new PatternError(`Wrong number of pattern letters: ${letter}`);
  if (letter === 'V' && count !== 2) throw new PatternError(`Pattern letter count must be 2: ${letter}`);
  if (letter === 'O' && ![1, 4].includes(count))
    throw new PatternError(`Pattern letter count must be 1 or 4: ${letter}`);
  if (count > most) throw new PatternError(`Too many pattern letters: ${letter}`);
  if (letter === 'c' && count === 2) throw new PatternError('Invalid pattern "cc"');
}
