/** Grades the grader: the starter must FAIL, the solution and its alternatives PASS, every mutant FAIL at the checks it names. */
import { grade } from './drive/drive.ts';
import type { Drivers } from './drive/drivers.ts';
import type { Verdict } from './judge/judge.ts';
import type { Lab } from './lab.ts';

export interface Proof {
  lab: string;
  /** `starter`, `solution`, `alternatives/x`, `mutants/y`, in the order they were tried. */
  tried: { what: string; ok: boolean; problem?: string; verdict: Verdict }[];
  ok: boolean;
}

export async function prove(lab: Lab, drivers: Drivers): Promise<Proof> {
  const tried: Proof['tried'] = [];
  const trial = async (what: string, source: string, problemOf: (verdict: Verdict) => string | undefined) => {
    const verdict = await grade(lab, source, drivers);
    const problem = problemOf(verdict);
    tried.push({ what, ok: problem === undefined, verdict, ...(problem !== undefined && { problem }) });
  };

  await trial('starter', lab.starter, (verdict) =>
    verdict.passed ? 'Starter sudah lulus: tidak ada yang perlu dikerjakan.' : undefined,
  );
  await trial('solution', lab.solution, mustPass);
  for (const { id, source } of lab.alternatives) await trial(`alternatives/${id}`, source, mustPass);
  for (const { id, fails, source } of lab.mutants)
    await trial(`mutants/${id}`, source, (verdict) => mustFailAt(fails, verdict));
  return { lab: lab.id, tried, ok: tried.every(({ ok }) => ok) };
}

function mustPass({ checks }: Verdict): string | undefined {
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length === 0) return undefined;
  return failed
    .map(({ id, message, expected, got }) => `${id}: ${message} (diharapkan ${expected ?? '-'}, didapat ${got ?? '-'})`)
    .join('; ');
}

function mustFailAt(fails: readonly string[], { checks }: Verdict): string | undefined {
  const missed = fails.filter((id) => checks.find((check) => check.id === id)?.passed);
  return missed.length === 0 ? undefined : `Mutan ini lolos dari check ${missed.join(', ')}.`;
}
