/** Runs what a lab's checks ask for, through the engine, on an empty database, and hands the evidence to the judge. */
import type { Engine, Flow } from '../../door.ts';
import { parseFlow } from '../../flow/index.ts';
import type { Databases } from '../../ports/Databases.ts';
import type { Evidence, RunEvidence } from '../judge/evidence.ts';
import { judge, type Verdict } from '../judge/judge.ts';
import type { Lab, LabRun } from '../lab.ts';
import { typesOf } from './types.ts';

export interface Drivers {
  engine: Engine;
  databases: Databases;
  /** Empties the lab's database. */
  reset(database: string): Promise<void>;
  /** How many files below a storage prefix are left. */
  filesBelow(prefix: string): Promise<number>;
  /** Told before each run. */
  progress?(what: { run: string; done: number; of: number; executionId?: string }): void;
  signal?: AbortSignal;
}

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
      evidence.runs[run.id] = await carryOut(lab, run, flow, drivers, done);
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
  const prefix = `kestra:///${flow.namespace.replaceAll('.', '/')}/${flow.id}/executions/${id}/`;
  return {
    execution,
    logs: await engine.logs(id),
    types: typesOf(flow),
    answers: await answersOf(lab, run, drivers),
    filesLeft: await drivers.filesBelow(prefix),
  };
}

async function answersOf(lab: Lab, run: LabRun, { databases }: Drivers): Promise<RunEvidence['answers']> {
  const questions = lab.checks
    .flatMap(({ expect }) => expect)
    .filter((one) => 'sql' in one && (one.run ?? lab.runs[0]?.id) === run.id);
  if (questions.length === 0) return {};
  const answers: RunEvidence['answers'] = {};
  const url = `jdbc:postgresql://localhost:5432/${lab.database}`;
  const session = await databases.connect({ url }, new AbortController().signal);
  try {
    for (const question of questions) {
      if (!('sql' in question)) continue;
      try {
        const { rows } = await session.query(question.sql);
        answers[question.sql] = { value: rows[0]?.[0] ?? null };
      } catch (error) {
        answers[question.sql] = { error: error instanceof Error ? error.message : String(error) };
      }
    }
  } finally {
    await session.close();
  }
  return answers;
}
