/** What SnakeYAML refuses and the yaml library lets pass: control characters, tabs between tokens, `%` lines. */
import { Lexer } from 'yaml';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';

export interface Stray {
  message: string;
  /** Offset in the text. */
  at: number;
}

const SPECIAL = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export function strayCharacters(text: string): Stray[] {
  const special = SPECIAL.exec(text);
  if (special) {
    // Read as UTF-8, every second byte of the other one is NUL.
    if (special[0] === '\0' && /^.?.?.?\0|\ufffd/.test(text)) return [{ message: say.encoding(), at: special.index }];
    const code = (special[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return [{ message: say.specialCharacter(code), at: special.index }];
  }
  const directive = directiveAt(text);
  if (directive !== undefined) return [{ message: say.directive(), at: directive }];
  return text.includes('\t') ? strayTabs(text) : [];
}

/** A line `%…` before anything else. */
function directiveAt(text: string): number | undefined {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at < text.length) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? undefined : end).trim();
    if (line.startsWith('%')) return at;
    if (line !== '' && !line.startsWith('#')) return undefined;
    if (end < 0) return undefined;
    at = end + 1;
  }
  return undefined;
}

/** Markers of the lexer that are no text: document, end of a broken flow collection, scalar follows. */
const [DOCUMENT, FLOW_END, SCALAR] = ['\u0002', '\u0018', '\u001f'];

/** A tab may stand inside a scalar or a comment, or behind a plain scalar; nowhere else. The first of each line. */
function strayTabs(text: string): Stray[] {
  const found: Stray[] = [];
  let [at, scalarNext, behindPlain] = [0, false, false];
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === SCALAR) scalarNext = true;
    if (lexeme === SCALAR || lexeme === DOCUMENT || lexeme === FLOW_END) continue;
    if (/^[ \t]*\t[ \t]*$/.test(lexeme) && !behindPlain)
      found.push({ message: say.tab(), at: at + lexeme.indexOf('\t') });
    behindPlain = scalarNext && !/^["']/.test(lexeme);
    scalarNext = false;
    at += lexeme.length;
  }
  return found;
}
