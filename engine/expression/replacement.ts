/** What a match is replaced by, as Java reads it: `$1` and `${name}` are groups, a backslash takes the next letter as it is. */
import type { Matcher } from 're2js';
import { Failure } from './failures.ts';

export function replacement(by: string, matcher: Matcher): string {
  if (!/[$\\]/.test(by)) return by;
  let text = '';
  for (let at = 0; at < by.length; ) {
    const character = by.charAt(at++);
    if (character === '\\') {
      if (at >= by.length) throw refused('character to be escaped is missing');
      text += by.charAt(at++);
    } else if (character !== '$') text += character;
    else {
      const { value, end } = group(by, at, matcher);
      text += value;
      at = end;
    }
  }
  return text;
}

/** After a `$`. */
function group(by: string, at: number, matcher: Matcher): { value: string; end: number } {
  const named = /^\{([A-Za-z][A-Za-z\d]*)(\}?)/.exec(by.slice(at));
  if (named) {
    const [all, name = '', close] = named;
    if (!close) throw refused("named capturing group is missing trailing '}'");
    const value = matcher.getNamedGroups()[name];
    if (value === undefined) throw refused(`No group with name {${name}}`);
    return { value: value ?? '', end: at + all.length };
  }
  const first = /^\d/.exec(by.charAt(at))?.[0];
  if (first === undefined)
    throw refused(by.charAt(at) === '' ? 'Illegal group reference: group index is missing' : 'Illegal group reference');
  let number = Number(first);
  if (number > matcher.groupCount()) throw refused(`No group ${number}`);
  let end = at + 1;
  while (/^\d/.test(by.charAt(end)) && number * 10 + Number(by.charAt(end)) <= matcher.groupCount())
    number = number * 10 + Number(by.charAt(end++));
  return { value: matcher.group(number) ?? '', end };
}

const refused = (message: string): Failure =>
  new Failure(message, 'Pengganti pada pola memakai kelompok yang tidak ada ($1 adalah kelompok pertama).', true);
