/** What an entry of the table is, and what it answers with. */
import type { SampleSize } from './months.ts';

export interface SampleAnswer {
  /** 200 unless said otherwise. */
  status?: number;
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
  /** It answers whatever the method; else only what reads, for a sample can't keep what is written. */
  anyMethod?: true;
  /** Indonesian: what of this place there is, for who asked for something else. */
  has?: string;
  answer: (
    groups: Record<string, string>,
    size: SampleSize,
    query: URLSearchParams,
    method: string,
  ) => SampleAnswer | undefined;
}
