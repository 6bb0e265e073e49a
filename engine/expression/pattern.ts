/** A regular expression that a learner wrote: matched by RE2, in linear time, so that none can hang the engine. */
import { RE2JS } from 're2js';
import { Failure } from './failures.ts';
import { type Scope, spend, step } from './scope.ts';

export interface LearnersPattern {
  replaceAll(text: string, by: string): string;
  replaceFirst(text: string, by: string): string;
  /** Java's `split`: at most `limit` parts; 0 for all without the empty ones at the end, less for all. */
  split(text: string, limit: number): string[];
  matches(text: string): boolean;
}

/** With a scope, what it does is counted. */
export function learnersPattern(source: string, scope?: Scope): LearnersPattern {
  const pattern = compiled(source);
  const counted = (text: string): string => {
    if (scope) step(scope, text.length * (1 + (source.length >> 4)));
    return text;
  };
  const checked = (change: () => string): string => {
    const changed = replaced(change);
    if (scope) spend(scope, changed.length);
    return changed;
  };
  return {
    replaceAll: (text, by) => checked(() => pattern.matcher(counted(text)).replaceAll(grouped(by, pattern))),
    replaceFirst: (text, by) => checked(() => pattern.matcher(counted(text)).replaceFirst(grouped(by, pattern))),
    split: (text, limit) => {
      const parts = source === '' ? letters(text, limit) : pattern.split(counted(text), limit < 0 ? -1 : limit);
      if (limit === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
      if (scope) spend(scope, parts.length);
      return parts;
    },
    matches: (text) => pattern.matches(counted(text)),
  };
}

/** Refuses a group that the pattern does not have, as Java does. */
function grouped(by: string, pattern: RE2JS): string {
  for (const [, digit = '0'] of by.replaceAll(/\\./g, '').matchAll(/\$(\d)/g))
    if (Number(digit) > pattern.groupCount()) throw new Error(`No group ${digit}`);
  return by;
}

function letters(text: string, limit: number): string[] {
  const all = text.split('');
  if (limit < 0) return [...all, ''];
  return limit > 0 && all.length > limit ? [...all.slice(0, limit - 1), all.slice(limit - 1).join('')] : all;
}

function replaced(change: () => string): string {
  try {
    return change();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(
      message,
      'Pengganti pada pola memakai kelompok yang tidak ada ($1 adalah kelompok pertama).',
      true,
    );
  }
}

const MOST_KEPT = 500;
const kept = new Map<string, RE2JS>();

function compiled(source: string): RE2JS {
  const known = kept.get(source);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  try {
    const pattern = RE2JS.compile(source);
    kept.set(source, pattern);
    return pattern;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(message, explained(source), true);
  }
}

/** Java knows more than RE2 does; what it does not know would need a search that may never end. */
const explained = (source: string): string =>
  /\(\?(?:[=!]|<[=!]|>)|\\[1-9]/.test(source)
    ? `Pola \`${source}\` memakai lookahead, lookbehind, atau rujukan balik, yang tidak ada di sini karena bisa macet. Tulis tanpa itu.`
    : `Pola \`${source}\` bukan regular expression yang benar.`;

/** Text by text, no pattern; counted beforehand. */
export function replacedIn(text: string, what: string, by: string, scope: Scope): string {
  step(scope, text.length);
  if (by.length > what.length) {
    const times = what === '' ? text.length + 1 : text.split(what).length - 1;
    spend(scope, text.length + times * by.length);
  }
  return by.includes('$') ? text.replaceAll(what, () => by) : text.replaceAll(what, by);
}
