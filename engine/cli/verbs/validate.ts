/** `alur validate FILE…`; with `--fix` slips of the hand are mended in the file first. */
import { writeFile } from 'node:fs/promises';
import type { Fix } from '../../door.ts';
import { applyFixes, parseFlow } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { printDiagnostics } from '../diagnostics.ts';
import { EXIT } from '../exit.ts';
import { printJson, readText } from '../options.ts';

export async function validate(files: readonly string[], { fix, json }: { fix?: true; json?: true }): Promise<number> {
  const entries = [];
  for (const file of files) {
    const written = await readText(file);
    const { source, fixed } = fix ? mended(written) : { source: written, fixed: [] };
    if (source !== written) await writeFile(file, source);
    const { flow, diagnostics } = parseFlow(source);
    entries.push({ file, valid: flow !== undefined, diagnostics, ...(fix && { fixed }) });
    if (json) continue;
    for (const { line, column, title } of fixed) console.log(say.fixed(file, line, column, title));
    printDiagnostics(file, source, diagnostics);
    if (flow) console.log(say.valid(file));
  }
  if (json) printJson(entries);
  return entries.every(({ valid }) => valid) ? EXIT.ok : EXIT.invalid;
}

/** A mended type shows the slips in its properties: so many times at most it is looked at again. */
const MOST_LOOKS = 10;

function mended(written: string): { source: string; fixed: Fix[] } {
  let source = written;
  const fixed: Fix[] = [];
  for (let look = 0; look < MOST_LOOKS; look++) {
    const fixes = parseFlow(source).diagnostics.flatMap(({ fix }) => (fix && !fix.optional ? [fix] : []));
    const { text, applied } = applyFixes(source, fixes);
    if (applied.length === 0) break;
    source = text;
    fixed.push(...applied);
  }
  return { source, fixed };
}
