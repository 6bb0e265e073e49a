/** A regular expression that a learner wrote: matched by RE2, in linear time, so that none can hang the engine. */
import { RE2JS } from 're2js';
import { Failure } from './failures.ts';
import { replacement } from './replacement.ts';
import { type Scope, spend, step } from './scope.ts';

export interface LearnersPattern {
  replaceAll(text: string, by: string): string;
  replaceFirst(text: string, by: string): string;
  /** Java's `split`: at most `limit` parts; 0 for all without the empty ones at the end, less for all. */
  split(text: string, limit: number): string[];
  matches(text: string): boolean;
}

/** With a scope, what it does is counted: RE2 goes through the whole pattern at each letter, at worst. */
export function learnersPattern(source: string, scope?: Scope): LearnersPattern {
  const pattern = compiled(source, scope);
  const size = pattern.programSize();
  const counted = (text: string): string => {
    if (scope) step(scope, text.length * (8 + (size >> 2)));
    return text;
  };
  const replacing = (text: string, by: string, most: number): string => {
    const matcher = pattern.matcher(counted(text));
    let changed = '';
    let end = 0;
    for (let times = 0; times < most && matcher.find(); times++) {
      changed += text.slice(end, matcher.start()) + replacement(by, matcher);
      end = matcher.end();
      if (scope) step(scope);
      if (scope) spend(scope, by.length);
    }
    changed += text.slice(end);
    if (scope) spend(scope, changed.length);
    return changed;
  };
  return {
    replaceAll: (text, by) => replacing(text, by, Number.POSITIVE_INFINITY),
    replaceFirst: (text, by) => replacing(text, by, 1),
    split: (text, limit) => {
      const parts = PLAIN.test(source)
        ? pieces(text, source, limit)
        : pattern.split(counted(text), limit < 0 ? -1 : limit);
      if (limit === 0) while (parts.length > 1 && parts.at(-1) === '') parts.pop();
      if (scope) spend(scope, parts.length);
      return parts;
    },
    matches: (text) => pattern.matches(counted(text)),
  };
}

/** A pattern without signs of its own is a text. */
const PLAIN = /^[^\\^$.|?*+()[\]{}]*$/;

function pieces(text: string, by: string, limit: number): string[] {
  if (by === '') return letters(text, limit);
  const all = text.split(by);
  return limit > 0 && all.length > limit ? [...all.slice(0, limit - 1), all.slice(limit - 1).join(by)] : all;
}

function letters(text: string, limit: number): string[] {
  const all = text.split('');
  if (limit < 0) return [...all, ''];
  return limit > 0 && all.length > limit ? [...all.slice(0, limit - 1), all.slice(limit - 1).join('')] : all;
}

/** Making one place of a pattern ready takes as long as going through so many letters. */
const COMPILING = 128;
const MOST_KEPT = 500;
const kept = new Map<string, RE2JS>();

function compiled(source: string, scope: Scope | undefined): RE2JS {
  const known = kept.get(source);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  try {
    const pattern = RE2JS.compile(source);
    kept.set(source, pattern);
    if (scope) step(scope, pattern.programSize() * COMPILING);
    return pattern;
  } catch (error) {
    if (error instanceof Failure) throw error;
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
