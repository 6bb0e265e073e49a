/** What an entry of the table is, and what it answers with. */
import type { SampleSize } from './months.ts';

export interface SampleAnswer {
  /** The name in Content-Disposition; nothing where the real host sends none. */
  fileName?: string;
  contentType: string;
  /** Text in chunks; a `.gz` file name has it packed on the way. */
  content: Iterable<string>;
}

export interface Sample {
  /** What the log calls it, in Indonesian. */
  label: string;
  pattern: RegExp;
  /** How every address of the pattern begins, to the letter. */
  prefix: string;
  answer: (groups: Record<string, string>, size: SampleSize, query: URLSearchParams) => SampleAnswer | undefined;
}
