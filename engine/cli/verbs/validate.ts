/** `alur validate FILE…`; with `--fix` slips of the hand are mended in the file first. */
import { writeFile } from 'node:fs/promises';
import type { Fix } from '../../door.ts';
import { applyFixes, missingSubflows, parseFlow } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { printDiagnostics } from '../diagnostics.ts';
import { EXIT } from '../exit.ts';
import { printJson, readText } from '../options.ts';

export async function validate(files: readonly string[], { fix, json }: { fix?: true; json?: true }): Promise<number> {
  const entries = [];
  const read = await Promise.all(files.map((file) => readOne(file, fix === true)));
  const flows = read.flatMap(({ flow }) => flow ?? []);
  const isThere = (namespace: string, id: string) => flows.some((one) => one.namespace === namespace && one.id === id);
  for (const { file, source, fixed, flow, diagnostics: own } of read) {
    // One flow by itself says nothing of which others there are.
    const diagnostics = flow && files.length > 1 ? [...own, ...missingSubflows(flow, isThere)] : own;
    entries.push({ file, valid: flow !== undefined, diagnostics, ...(fix && { fixed }) });
    if (json) continue;
    for (const { line, column, title } of fixed) console.log(say.fixed(file, line, column, title));
    printDiagnostics(file, source, diagnostics);
    if (flow) console.log(say.valid(file));
  }
  if (json) printJson(entries);
  return entries.every(({ valid }) => valid) ? EXIT.ok : EXIT.invalid;
}

async function readOne(file: string, fix: boolean) {
  const written = await readText(file);
  const { source, fixed } = fix ? mended(written) : { source: written, fixed: [] };
  if (source !== written) await writeFile(file, source);
  return { file, source, fixed, ...parseFlow(source) };
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
