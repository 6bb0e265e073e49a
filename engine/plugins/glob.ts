/**
 * outputFiles: globs anchored at the working directory. `*` and `?` stay in one folder, `**` crosses; `{a,b}`, `[ab]` and `[!ab]` as
 * in a shell. Matched step by step and not by a regular expression: a pattern comes from a learner and must not be able to hang us.
 */
type Token = { kind: 'text'; test: (character: string) => boolean } | { kind: 'star' } | { kind: 'folders' };

/** Alternatives that the braces of one pattern may stand for. */
const MOST_ALTERNATIVES = 500;

export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.flatMap((pattern) => alternatives(pattern.replace(/^\.?\//, ''))).map(tokensOf);
  return (path) => globs.some((tokens) => matches(tokens, path));
}

/** `a{b,c{d,e}}` to `ab`, `acd`, `ace`. A brace that does not close stands for itself. */
function alternatives(pattern: string): string[] {
  const todo = [pattern];
  const done: string[] = [];
  for (let next = todo.pop(); next !== undefined && done.length + todo.length < MOST_ALTERNATIVES; next = todo.pop()) {
    const open = next.indexOf('{');
    const parts = open < 0 ? undefined : partsFrom(next, open);
    if (!parts) done.push(next);
    else for (const part of parts.choices.toReversed()) todo.push(next.slice(0, open) + part + next.slice(parts.end));
  }
  return done;
}

function partsFrom(text: string, open: number): { choices: string[]; end: number } | undefined {
  const choices: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '{') depth++;
    if (character === '}') depth--;
    if ((character === ',' && depth === 1) || depth === 0) {
      choices.push(text.slice(from, at));
      from = at + 1;
    }
    if (depth === 0) return { choices, end: at + 1 };
  }
  return undefined;
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    const close = character === '[' ? pattern.indexOf(']', at + 2) : -1;
    if (pattern.startsWith('**', at)) {
      at += pattern[at + 2] === '/' ? 2 : 1;
      tokens.push({ kind: 'folders' });
      if (pattern[at] !== '/') tokens.push({ kind: 'star' });
    } else if (character === '*') tokens.push({ kind: 'star' });
    else if (character === '?') tokens.push({ kind: 'text', test: (other) => other !== '/' });
    else if (close > 0) {
      tokens.push({ kind: 'text', test: classOf(pattern.slice(at + 1, close)) });
      at = close;
    } else tokens.push({ kind: 'text', test: (other) => other === character });
  }
  return tokens;
}

function classOf(text: string): (character: string) => boolean {
  const negated = text.startsWith('!') || text.startsWith('^');
  const members = negated ? text.slice(1) : text;
  return (character) => {
    let isMember = false;
    for (let at = 0; at < members.length; at++) {
      const isRange = members[at + 1] === '-' && at + 2 < members.length;
      const from = members[at] ?? '';
      const to = isRange ? (members[at + 2] ?? '') : from;
      if (character >= from && character <= to) isMember = true;
      if (isRange) at += 2;
    }
    return character !== '/' && isMember !== negated;
  };
}

/** Token by token over all places at once where the ones before may have ended: pattern times path, never more. */
function matches(tokens: readonly Token[], path: string): boolean {
  let places = new Set([0]);
  for (const token of tokens) {
    const next = new Set<number>();
    for (const place of places) {
      if (token.kind === 'text') {
        if (place < path.length && token.test(path[place] ?? '')) next.add(place + 1);
        continue;
      }
      if (next.has(place)) continue;
      next.add(place);
      for (let at = place; at < path.length; at++) {
        if (token.kind === 'star' && path[at] === '/') break;
        if (token.kind === 'star' || path[at] === '/') next.add(at + 1);
      }
    }
    places = next;
  }
  return places.has(path.length);
}
