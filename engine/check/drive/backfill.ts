/** A run that is a backfill: the ticks of one of the flow's schedules. */
import type { Engine, Flow, Trigger } from '../../door.ts';
import type { RunEvidence } from '../judge/evidence.ts';
import type { Lab, LabBackfill, LabRun } from '../lab.ts';
import type { Drivers } from './drivers.ts';
import { evidenceOf } from './evidence.ts';

/** The ticks of a schedule, one by one, as a person would backfill them. */
export async function carryOutBackfill(
  lab: Lab,
  run: LabRun,
  flow: Flow,
  drivers: Drivers,
  backfill: LabBackfill,
): Promise<RunEvidence> {
  const { engine, signal } = drivers;
  const trigger = scheduleOf(flow, backfill);
  const key = { namespace: flow.namespace, flowId: flow.id, triggerId: trigger.id };
  const stop = (): void => void stopBackfill(engine, key).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  const { start, end } = backfill;
  const inputs = Object.keys(run.inputs).length > 0 ? { inputs: run.inputs } : {};
  const { ticks } = await engine.backfill(key, { start, end, ...inputs });
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  const shown = ticks.find(({ state }) => state !== 'SUCCESS') ?? ticks.at(-1);
  if (shown?.executionId === undefined) throw new Error(shown?.problem ?? noTicks(trigger.id, backfill));
  const evidence = await evidenceOf(lab, run, flow, drivers, await engine.execution(shown.executionId));
  return { ...evidence, ticks };
}

const noTicks = (id: string, { start, end }: LabBackfill): string =>
  `Trigger \`${id}\` tidak punya jadwal antara ${start} dan ${end}.`;

function scheduleOf({ triggers }: Flow, { trigger, where = {} }: LabBackfill): Trigger {
  const found = triggers.find(
    ({ id, type, properties }) =>
      SCHEDULES.includes(type) &&
      (trigger === undefined || id === trigger) &&
      Object.entries(where).every(([key, value]) => String(inputsOf(properties)[key]) === String(value)),
  );
  if (found) return found;
  const wanted = Object.entries(where).map(([key, value]) => `${key}: ${value}`);
  const which = wanted.length > 0 ? ` yang memberi input ${wanted.join(', ')}` : '';
  throw new Error(`Flow ini belum punya trigger Schedule${which}.`);
}

const SCHEDULES = ['io.kestra.plugin.core.trigger.Schedule', 'io.kestra.plugin.core.trigger.ScheduleOnDates'];

const inputsOf = ({ inputs }: Record<string, unknown>): Record<string, unknown> =>
  typeof inputs === 'object' && inputs !== null ? { ...inputs } : {};

/** No further tick starts, and the one under way ends. */
async function stopBackfill(
  engine: Engine,
  key: { namespace: string; flowId: string; triggerId: string },
): Promise<void> {
  await engine.toggleTrigger(key, true);
  const { results } = await engine.executions({ namespace: key.namespace, flowId: key.flowId, limit: 1 });
  if (results[0]) await engine.kill(results[0].id);
}
