/** A regular expression from a flow: matched by RE2, in linear time, so that none can hang the engine. */
import { RE2JS } from 're2js';
import { TaskError } from './definition.ts';

export function learnersPattern(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw new TaskError(error instanceof Error ? error.message : String(error), {
      explanation: `Pola \`${pattern.slice(0, 100)}\` bukan regular expression yang benar.`,
    });
  }
}
