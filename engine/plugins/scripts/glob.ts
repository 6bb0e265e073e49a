/** outputFiles: globs anchored at the working directory. `*` and `?` stay in one folder, `**` crosses; `{a,b}` and `[ab]` as in a shell. */
export function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  const expressions = patterns.map((pattern) => new RegExp(`^${translated(pattern.replace(/^\.?\//, ''))}$`));
  return (path) => expressions.some((expression) => expression.test(path));
}

function translated(pattern: string): string {
  let source = '';
  let braces = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '*' && pattern[at + 1] === '*') {
      at += pattern[at + 2] === '/' ? 2 : 1;
      source += pattern[at] === '/' ? '(?:[^/]+/)*' : '.*';
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '{') {
      braces++;
      source += '(?:';
    } else if (character === '}' && braces > 0) {
      braces--;
      source += ')';
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  }
  return source + ')'.repeat(braces);
}
