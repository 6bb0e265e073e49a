/** `alur doctor`: finds what usually goes wrong on a machine, and says the fix. */
import { doctorMessages as say } from '../../messages/doctor.ts';
import { findingsOf } from '../doctor/findings.ts';
import { gatherFacts } from '../doctor/gather.ts';
import { EXIT } from '../exit.ts';
import { printJson } from '../options.ts';

export async function doctor({ json }: { json?: true }): Promise<number> {
  const findings = findingsOf(await gatherFacts(process.cwd()));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (json) printJson({ ok: errors.length === 0, findings });
  else {
    for (const { severity, message, fix } of findings) {
      console.log(`${say.marks[severity]} ${message}`);
      if (fix !== undefined) console.log(`       ${say.fix} ${fix}`);
    }
    console.log(errors.length === 0 ? say.fine : say.errors(errors.length));
  }
  return errors.length === 0 ? EXIT.ok : EXIT.failed;
}
