/** Diagnostics for a person: where, what, and the line itself with a mark under it. */
import type { Diagnostic } from '../door.ts';

const MARK = { error: 'Galat', warning: 'Peringatan', hint: 'Saran' };

export function printDiagnostics(path: string, source: string, diagnostics: readonly Diagnostic[]): void {
  const lines = source.split('\n');
  for (const { severity, message, line, column, endLine, endColumn } of diagnostics) {
    console.error(`${path}:${line}:${column}  ${MARK[severity]}: ${message}`);
    const text = lines[line - 1] ?? '';
    const length =
      endLine === line
        ? Math.max(1, Math.min(endColumn, text.length + 1) - column)
        : Math.max(1, text.length - column + 1);
    console.error(`  ${String(line).padStart(4)} | ${text}`);
    console.error(`       | ${' '.repeat(Math.max(0, column - 1))}${'~'.repeat(length)}`);
  }
}
