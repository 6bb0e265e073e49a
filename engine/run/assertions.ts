/** Tries the flow's EXECUTION_ASSERTIONs. One that is false is an event; one that can't be rendered is said once and ignored. */
import { isTruthy } from '../expression/truthy.ts';
import { variablesOf } from './context.ts';
import type { Run } from './runner.ts';
import { say } from './say.ts';
import { messageOf, rendererOf, type World } from './world.ts';

/** What was said already, by run. */
const ignored = new WeakMap<Run, Set<string>>();

export async function tryAssertions(run: Run, world: World): Promise<void> {
  const { state } = run;
  const renderer = rendererOf(run, world);
  for (const { id, type, assert } of state.flow.sla) {
    if (type !== 'EXECUTION_ASSERTION' || assert === undefined || state.missed.has(id)) continue;
    try {
      if (isTruthy(await renderer.text(assert, variablesOf(state, undefined, world.ports)))) continue;
    } catch (error) {
      sayOnce(run, world, `Ignoring SLA '${id}' because of the error: ${messageOf(error)}`);
      continue;
    }
    if (!state.missed.has(id) && !run.over)
      await run.feed({ type: 'sla', sla: id, message: `assertion is false: ${assert}.` });
  }
}

function sayOnce(run: Run, world: World, message: string): void {
  const said = ignored.get(run) ?? new Set<string>();
  ignored.set(run, said);
  if (said.has(message)) return;
  said.add(message);
  say(
    run,
    world,
    'ERROR',
    message,
    undefined,
    'Syarat SLA ini tidak bisa dihitung, jadi dilewati. Periksa ungkapan di `assert`.',
  );
}
