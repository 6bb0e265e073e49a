/** `alur validate FILE…` */
import { parseFlow } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { printDiagnostics } from '../diagnostics.ts';
import { EXIT } from '../exit.ts';
import { printJson, readText } from '../options.ts';

export async function validate(files: readonly string[], { json }: { json?: true }): Promise<number> {
  const entries = [];
  for (const file of files) {
    const source = await readText(file);
    const { flow, diagnostics } = parseFlow(source);
    entries.push({ file, valid: flow !== undefined, diagnostics });
    if (json) continue;
    printDiagnostics(file, source, diagnostics);
    if (flow) console.log(say.valid(file));
  }
  if (json) printJson(entries);
  return entries.every(({ valid }) => valid) ? EXIT.ok : EXIT.invalid;
}
