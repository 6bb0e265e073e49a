/** `alur check LAB [FILE]`: grades a flow and says in Indonesian what is missing and why. */
import { grade, type Verdict } from '../../check/index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { withDrivers } from '../drivers.ts';
import { EXIT } from '../exit.ts';
import { findLab } from '../labs.ts';
import { type HostOptions, printJson, readText } from '../options.ts';

export async function check(
  name: string,
  file: string | undefined,
  options: HostOptions & { json?: true },
): Promise<number> {
  const lab = await findLab(name);
  const source = file === undefined ? lab.starter : await readText(file);
  const verdict = await withDrivers(options, (drivers) => grade(lab, source, drivers));
  if (options.json) printJson(verdict);
  else printVerdict(verdict);
  return verdict.passed ? EXIT.ok : EXIT.failed;
}

function printVerdict({ checks, points }: Verdict): void {
  for (const { passed, title, message, expected, got } of checks) {
    console.log(`${(passed ? say.passed : say.failed).padEnd(12)} ${title}`);
    if (passed) continue;
    console.log(`             ${message}`);
    if (expected !== undefined) console.log(`             ${say.expected}: ${expected}; ${say.got}: ${got ?? '-'}`);
  }
  console.log(
    say.score(checks.filter(({ passed }) => passed).length, checks.length, `${points.got} dari ${points.of}`),
  );
}
