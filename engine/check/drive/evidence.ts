/** What is left to see once a run has ended. */
import type { Execution, Flow } from '../../door.ts';
import type { RunEvidence } from '../judge/evidence.ts';
import type { Lab, LabRun } from '../lab.ts';
import type { Drivers } from './drivers.ts';
import { typesOf } from './types.ts';

export async function evidenceOf(
  lab: Lab,
  run: LabRun,
  flow: Flow,
  drivers: Drivers,
  execution: Execution,
): Promise<RunEvidence> {
  const prefix = `kestra:///${flow.namespace.replaceAll('.', '/')}/${flow.id}/executions/${execution.id}/`;
  return {
    execution,
    logs: await drivers.engine.logs(execution.id),
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
