/** `alur labs list|show|test` */
import { prove } from '../../check/index.ts';
import { withDrivers } from '../drivers.ts';
import { EXIT } from '../exit.ts';
import { findLab, labIds, loadLab } from '../labs.ts';
import { type HostOptions, printJson } from '../options.ts';

export async function list({ json }: { json?: true }): Promise<number> {
  const labs = await Promise.all((await labIds()).map(loadLab));
  if (json) printJson(labs.map(({ id, title, summary }) => ({ id, title, summary })));
  else for (const { id, title } of labs) console.log(`${id}  ${title}`);
  return EXIT.ok;
}

export async function show(name: string, { json }: { json?: true }): Promise<number> {
  const lab = await findLab(name);
  const checks = lab.checks.map(({ id, title, points }) => ({ id, title, points }));
  if (json) printJson({ id: lab.id, title: lab.title, summary: lab.summary, inputs: lab.inputs, checks });
  else {
    console.log(`${lab.title}\n${lab.summary}\n`);
    for (const { title, points } of checks) console.log(`- ${title} (${points} poin)`);
  }
  return EXIT.ok;
}

/** One lab, or all of them. */
export async function test(name: string | undefined, options: HostOptions & { json?: true }): Promise<number> {
  const labs = name === undefined ? await Promise.all((await labIds()).map(loadLab)) : [await findLab(name)];
  const proofs = await withDrivers(options, async (drivers) => {
    const done = [];
    for (const lab of labs) {
      const proof = await prove(lab, drivers);
      done.push(proof);
      if (options.json) continue;
      for (const { what, ok, problem } of proof.tried)
        console.log(`${ok ? 'benar' : 'SALAH'}  ${proof.lab} ${what}${problem === undefined ? '' : `: ${problem}`}`);
    }
    return done;
  });
  if (options.json)
    printJson(
      proofs.map(({ lab, ok, tried }) => ({
        lab,
        ok,
        failed: tried.filter((one) => !one.ok).map(({ what, problem }) => ({ what, problem })),
      })),
    );
  return proofs.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
}
