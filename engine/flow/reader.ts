/** Reads plain data into typed parts, and writes down what does not fit: nothing is thrown, everything is said with its place. */
import type { Diagnostic, DiagnosticCode, Fix, Range, Task } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { nearest } from './nearest.ts';
import { type Change, type FlowText, parseText, replacementFor } from './print/print.ts';
import { isMap, type Raw } from './raw.ts';
import type { Path, Source } from './source.ts';

export { isMap, type Raw };

/** A task as it was read, whole or not, and where. */
export interface Placed {
  id: string;
  type: string;
  path: Path;
  /** Missing where it has faults of its own. */
  task?: Task;
}

/** A fix that changes more than a word: worked out where it is wanted. */
export interface Mend {
  title: string;
  change: Change;
}

export interface Reader {
  readonly source: Source;
  /** Every task so far, in the order of the text. */
  readonly placed: Placed[];
  readonly diagnostics: Diagnostic[];
  report(
    code: DiagnosticCode,
    path: Path,
    message: string,
    more?: { severity?: Diagnostic['severity']; at?: Range; fix?: Fix; mend?: Mend },
  ): void;
  /** The map at the path; says so where it is something else. */
  map(value: unknown, path: Path, what: string): Raw | undefined;
  list(value: unknown, path: Path, what: string): unknown[];
  /** Text, a number or a flag, as text; nothing where it is missing. */
  text(value: unknown, path: Path): string | undefined;
  required(raw: Raw, key: string, path: Path, what: string): string | undefined;
  unknown(raw: Raw, known: readonly string[], path: Path, what: string): void;
  /** "Did you mean", for as many slips as a person can read: looking for the nearest of many names takes its time. */
  suggest(name: string, names: Iterable<string>): string | undefined;
}

const MOST_SUGGESTIONS = 200;
/** Each reads the text again. */
const MOST_MENDS = 5;
const LONGEST_MENDED = 60_000;

export const pathText = (path: Path): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');

export function createReader(source: Source): Reader {
  const diagnostics: Diagnostic[] = [];
  let suggestions = 0;
  let mends = 0;
  let written: FlowText | undefined;

  /** Such a fix is somebody's choice, not a slip: it is offered, never applied unasked. */
  function mended({ title, change }: Mend): Fix | undefined {
    if (mends >= MOST_MENDS || source.text.length > LONGEST_MENDED) return undefined;
    mends++;
    written ??= parseText(source.text);
    const replacement = written && replacementFor(written, change);
    return (
      replacement && {
        ...source.range(replacement.from, replacement.to),
        title,
        replacement: replacement.text,
        optional: true,
      }
    );
  }

  const reader: Reader = {
    source,
    diagnostics,
    placed: [],
    report(code, path, message, { severity = 'error', at, fix: given, mend } = {}) {
      const fix = given ?? (mend && mended(mend));
      diagnostics.push({
        code,
        severity,
        message,
        path: pathText(path),
        ...(at ?? source.rangeOf(path)),
        ...(fix && { fix }),
      });
    },
    map(value, path, what) {
      if (isMap(value)) return value;
      reader.report('not-a-map', path, say.notAMap(what));
      return undefined;
    },
    list(value, path, what) {
      if (value === undefined || value === null) return [];
      if (Array.isArray(value)) return value;
      reader.report('wrong-type', path, say.notAList(what));
      return [];
    },
    text(value, path) {
      if (value === undefined || value === null) return undefined;
      if (typeof value !== 'object') return String(value);
      reader.report('wrong-type', path, say.wrongType(String(path.at(-1) ?? ''), 'tulis sebuah teks.'));
      return undefined;
    },
    required(raw, key, path, what) {
      const text = reader.text(raw[key], [...path, key]);
      if (text !== undefined && text !== '') return text;
      if (raw[key] === undefined || raw[key] === null || text === '') {
        reader.report('missing-property', path, say.missing(key, what), { at: firstLine(source.rangeOf(path)) });
      }
      return undefined;
    },
    suggest(name, names) {
      if (suggestions >= MOST_SUGGESTIONS) return undefined;
      suggestions++;
      return nearest(name, names);
    },
    unknown(raw, known, path, what) {
      for (const key of Object.keys(raw)) {
        // A Kestra drops what is null before it looks.
        if (known.includes(key) || raw[key] === null) continue;
        const at = source.keyRangeOf([...path, key]);
        const suggestion = reader.suggest(key, known);
        const fix: Fix | undefined = suggestion
          ? { ...at, title: `Ganti dengan ${suggestion}`, replacement: suggestion }
          : undefined;
        reader.report('unknown-property', [...path, key], say.unknownProperty(key, what, suggestion), {
          at,
          ...(fix && { fix }),
        });
      }
    },
  };
  return reader;
}

/** A whole map underlined says little: its first line does. */
function firstLine(range: Range): Range {
  return range.line === range.endLine ? range : { ...range, endLine: range.line, endColumn: range.column + 1 };
}
