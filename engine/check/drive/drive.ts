/** Runs what a lab's checks ask for, through the engine, on an empty database, and hands the evidence to the judge. */
import type { Flow } from '../../door.ts';
import { parseFlow } from '../../flow/index.ts';
import type { Evidence, RunEvidence } from '../judge/evidence.ts';
import { judge, type Verdict } from '../judge/judge.ts';
import type { Lab, LabRun } from '../lab.ts';
import { carryOutBackfill } from './backfill.ts';
import type { Drivers } from './drivers.ts';
import { evidenceOf } from './evidence.ts';

/** Grades a learner's flow. Never rejects for what the learner wrote: that is a verdict too. */
export async function grade(lab: Lab, source: string, drivers: Drivers): Promise<Verdict> {
  return judge(lab, await gather(lab, source, drivers));
}

async function gather(lab: Lab, source: string, drivers: Drivers): Promise<Evidence> {
  const { flow, diagnostics } = parseFlow(source);
  if (!flow) {
    const error = diagnostics.find(({ severity }) => severity === 'error');
    return { runs: {}, stopped: `Flow belum bisa dibaca, baris ${error?.line ?? 1}: ${error?.message ?? ''}` };
  }
  await drivers.reset(lab.database);
  await drivers.engine.deploy(source);
  const evidence: Evidence = { runs: {} };
  for (const [done, run] of lab.runs.entries()) {
    drivers.signal?.throwIfAborted();
    drivers.progress?.({ run: run.id, done, of: lab.runs.length });
    try {
      evidence.runs[run.id] = run.backfill
        ? await carryOutBackfill(lab, run, flow, drivers, run.backfill)
        : await carryOut(lab, run, flow, drivers, done);
    } catch (error) {
      drivers.signal?.throwIfAborted();
      evidence.stopped = `Flow tidak bisa dijalankan. ${error instanceof Error ? error.message : String(error)}`;
      return evidence;
    }
  }
  return evidence;
}

async function carryOut(lab: Lab, run: LabRun, flow: Flow, drivers: Drivers, done: number): Promise<RunEvidence> {
  const { engine, signal } = drivers;
  const { id } = await engine.start(flow, { inputs: run.inputs });
  drivers.progress?.({ run: run.id, done, of: lab.runs.length, executionId: id });
  const kill = () => void engine.kill(id).catch(() => undefined);
  signal?.addEventListener('abort', kill, { once: true });
  const execution = await engine.wait(id);
  signal?.removeEventListener('abort', kill);
  return evidenceOf(lab, run, flow, drivers, execution);
}
