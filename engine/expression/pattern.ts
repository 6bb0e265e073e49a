/** A regular expression that a learner wrote: matched by RE2, in linear time, so that none can hang the engine. */
import { RE2JS } from 're2js';
import { Failure } from './scope.ts';

export interface LearnersPattern {
  replaceAll(text: string, by: string): string;
  /** Java's `split`: at most `limit` parts, 0 for all. */
  split(text: string, limit: number): string[];
  matches(text: string): boolean;
}

export function learnersPattern(source: string): LearnersPattern {
  const pattern = compiled(source);
  return {
    replaceAll: (text, by) => pattern.matcher(text).replaceAll(by),
    split: (text, limit) => (source === '' ? [...text] : pattern.split(text, limit)),
    matches: (text) => pattern.matches(text),
  };
}

function compiled(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(message, `Pola \`${source}\` bukan regular expression yang benar.`);
  }
}
