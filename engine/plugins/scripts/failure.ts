/** Why a script failed, in Indonesian, and where in the flow the line is written that Python or the shell named. */
import type { TextPlace } from '../../door.ts';
import { PYTHON_FILE, SHELL_FILE } from '../../ports/Scripts.ts';
import type { TaskContext } from '../definition.ts';
import type { ErrorLine } from './errorLine.ts';
import { type Piece, pieceAt } from './pieces.ts';
import { stderrSays } from './stderrSays.ts';

/** What was run, in the pieces that the flow has it in. */
export interface Sources {
  program: readonly Piece[];
  /** By path in the working directory. */
  files: ReadonlyMap<string, Piece>;
}

/** How the shell of each runner names the program in its errors. */
export const shellNames = (interpreter: string): string[] => [interpreter, 'bash', SHELL_FILE];

export function whyFailed(
  code: number,
  lastWords: readonly string[],
  line: ErrorLine | undefined,
  sources: Sources,
  context: Pick<TaskContext, 'place' | 'ports'>,
): { explanation: string; place?: TextPlace } {
  const place = line && placeOf(line, sources, context);
  const cause = causeOf(code, lastWords, context.ports.scripts.runner);
  return { explanation: [where(line, place), cause].filter(Boolean).join(' '), ...(place && { place }) };
}

function placeOf(
  { file, line }: ErrorLine,
  { program, files }: Sources,
  { place }: Pick<TaskContext, 'place'>,
): TextPlace | undefined {
  const whole = file === undefined ? program : [files.get(file) ?? []].flat();
  const found = pieceAt(whole, line);
  if (!found?.piece.from) return undefined;
  const { text, from } = found.piece;
  const lines = text.split('\n');
  const before = lines.slice(0, found.line - 1).reduce((length, { length: more }) => length + more + 1, 0);
  return place(from, text, before + (lines[found.line - 1] ?? '').search(/\S|$/));
}

function where(line: ErrorLine | undefined, place: TextPlace | undefined): string {
  if (place?.template !== undefined) return `Di baris ${place.line} flow ini, di hasil ungkapan \`${place.template}\`.`;
  if (place) return `Di baris ${place.line} flow ini.`;
  if (!line) return '';
  const isMain = line.file === undefined || line.file === PYTHON_FILE;
  return isMain ? `Di baris ${line.line} script ini.` : `Di baris ${line.line} berkas \`${line.file}\`.`;
}

function causeOf(code: number, lastWords: readonly string[], runner: 'sandbox' | 'process' | 'docker'): string {
  const said = stderrSays(lastWords, runner);
  if (said !== undefined) return said;
  if (code === 137) return 'Kode 137 berarti script dihentikan paksa, biasanya karena kehabisan memori.';
  if (code === 127) return 'Kode 127 berarti sebuah perintah tidak ditemukan. Periksa ejaannya di baris log merah.';
  return `Script berhenti dengan kode ${code}. Baris log merah sebelumnya menyebut sebabnya.`;
}
