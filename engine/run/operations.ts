/** What a person, or a task, does with an execution: kill, pause, resume, restart, replay, forget. */

import { resolveInputs } from '../flow/index.ts';
import { variablesOf } from './context.ts';
import { replayFrom } from './decide/replay.ts';
import { restartOf } from './decide/restart.ts';
import { carryOut } from './effects.ts';
import { InputError, NotFoundError, RefusedError } from './errors.ts';
import type { Change, Header } from './events.ts';
import { flowableOf } from './flowables/index.ts';
import { type House, isEntryOver } from './house.ts';
import { mergeLabels } from './labels.ts';
import { preload } from './loaded.ts';
import { newRun } from './newRun.ts';
import { outstanding } from './outstanding.ts';
import { createRenderer } from './render.ts';
import { type Run, stateOf } from './runner.ts';
import { removeFolders } from './sharedFolder.ts';
import { storeFiles } from './start.ts';
import { currentState, type TaskRunState } from './state.ts';
import { isTerminal } from './states.ts';
import { until } from './watch.ts';

export interface Operations {
  kill(id: string): Promise<void>;
  pause(id: string): Promise<void>;
  /** A pause ends with these inputs; one that an earlier process left lying goes on. */
  resume(id: string, inputs?: Record<string, unknown>): Promise<void>;
  restart(id: string): Promise<void>;
  replay(id: string, taskRunId?: string): Promise<{ id: string }>;
  /** Forgets those that have ended, with their files; says how many. */
  purge(ids: readonly string[]): Promise<number>;
  /** What an earlier process left lying goes on. */
  goOn(run: Run): Promise<void>;
}

export function createOperations(house: House): Operations {
  /** They are being purged. */
  const leaving = new Set<string>();

  async function goOn(run: Run): Promise<void> {
    if (!house.asleep.delete(run)) return;
    if (stateOf(run) === 'QUEUED') return house.slots.admit(run);
    await preload(run.state.flow);
    for (const effect of outstanding(run.state, house.host.clock.now())) carryOut(effect, run, house.world);
  }

  const operations: Operations = {
    goOn,

    async kill(id) {
      const run = await house.runs.find(id);
      if (isTerminal(stateOf(run))) throw new RefusedError(`Eksekusi ${id} sudah selesai (${stateOf(run)}).`);
      const lying = house.asleep.delete(run) ? lyingBelow(house, run) : [];
      await run.feed({ type: 'asked', what: 'kill' });
      for (const child of lying) await operations.kill(child);
    },

    async pause(id) {
      const run = await house.runs.find(id);
      if (stateOf(run) !== 'RUNNING')
        throw new RefusedError(`Eksekusi ${id} tidak sedang berjalan (${stateOf(run)}), jadi tidak bisa dijeda.`);
      await run.feed({ type: 'asked', what: 'pause' });
    },

    async resume(id, inputs = {}) {
      const run = await house.runs.find(id);
      const lay = house.asleep.has(run);
      const pause = [...run.state.paused].map((one) => run.state.taskRuns.get(one)).find(isPause);
      if (!pause && !run.state.pausedByHand) {
        if (!lay) throw notPaused(run);
        return goOn(run);
      }
      const given = pause && (await resumeInputs(house, run, pause, inputs));
      await goOn(run);
      // Somebody else may have been faster meanwhile.
      if (pause ? !run.state.paused.has(pause.id) : !run.state.pausedByHand) throw notPaused(run);
      if (pause) await run.feed({ type: 'resumed', id: pause.id, to: 'SUCCESS', ...(given && { inputs: given }) });
      else await run.feed({ type: 'resumed', id: '', to: 'SUCCESS' });
    },

    async restart(id) {
      const run = await house.runs.find(id);
      if (!isTerminal(stateOf(run)))
        throw new RefusedError(
          `Eksekusi ${id} belum selesai (${stateOf(run)}), jadi belum bisa diulang dari yang gagal.`,
        );
      house.runs.add(run);
      await until(run, () => run.over);
      if (!restartOf(run.state)) {
        house.runs.ended(run);
        throw new RefusedError(`Di eksekusi ${id} tidak ada task yang gagal. Untuk mengulang semuanya, pakai replay.`);
      }
      house.slots.enter(run);
      await run.feed({ type: 'asked', what: 'restart' });
    },

    async replay(id, taskRunId) {
      const { state } = await house.runs.find(id);
      if (taskRunId !== undefined && !state.taskRuns.has(taskRunId))
        throw new NotFoundError(`Task run ${taskRunId} tidak ada di eksekusi ${id}.`);
      const { random } = house.host;
      const header: Header = {
        ...successor(state.header, state.attemptNumber + 1, state.histories[0]?.at),
        id: random.id(),
        parentId: id,
        labels: mergeLabels(state.labels, { 'system.replay': 'true' }),
        ...(taskRunId !== undefined && { copy: true }),
      };
      const more: Change[] = taskRunId === undefined ? [] : replayFrom(state, taskRunId, () => random.id());
      const run = await newRun(house, state.flow, header, more);
      if (taskRunId !== undefined) house.slots.enter(run);
      return { id: header.id };
    },

    async purge(ids) {
      const { world, host, runs, ledger } = house;
      const ended = [...new Set(ids)]
        .flatMap((id) => ledger.get(id) ?? [])
        .filter((entry) => isEntryOver(house, entry) && !leaving.has(entry.id));
      for (const { id } of ended) leaving.add(id);
      for (const { id, namespace, flowId } of ended) {
        await world.journal.write(id, [{ type: 'purged' }]);
        runs.forget(id);
        const prefix = `kestra:///${namespace.replaceAll('.', '/')}/${flowId}/executions/${id}/`;
        for (const { uri } of await host.storage.list(prefix)) await host.storage.delete(uri);
        await removeFolders(id, host.storage);
        leaving.delete(id);
      }
      return ended.length;
    },
  };
  return operations;
}

const notPaused = (run: Run): RefusedError =>
  new RefusedError(
    `Eksekusi ${run.state.header.id} tidak sedang dijeda (${stateOf(run)}), jadi tidak bisa dilanjutkan.`,
  );

/** What its unfinished tasks had started and an earlier process left lying: nobody waits for it who could pass a kill on. */
function lyingBelow({ ledger, runs, asleep }: House, { state }: Run): string[] {
  const open = [...state.taskRuns.values()].filter(({ histories }) => !isTerminal(currentState(histories)));
  return open
    .flatMap(({ id }) => ledger.startedBy(id))
    .flatMap((entry) => {
      const run = runs.atHand(entry.id);
      return run && asleep.has(run) ? [entry.id] : [];
    });
}

/** The header of an execution that follows another one, still without its own id and labels. */
export function successor(
  header: Header,
  attemptNumber: number,
  firstCreatedAt: number | undefined,
): Omit<Header, 'id'> {
  const { copy: _copy, id: _id, ...kept } = header;
  const first = header.firstCreatedAt ?? firstCreatedAt;
  return { ...kept, attemptNumber, ...(first !== undefined && { firstCreatedAt: first }) };
}

const isPause = (taskRun: TaskRunState | undefined): taskRun is TaskRunState =>
  taskRun !== undefined && flowableOf(taskRun.task.type)?.life === 'pause';

/** What was given for the pause's `onResume`, checked as inputs are; nothing where it asks for nothing. Throws `InputError`. */
async function resumeInputs(
  { host }: House,
  { state, log }: Run,
  { id, task }: TaskRunState,
  given: Record<string, unknown>,
): Promise<Record<string, unknown> | undefined> {
  const asked = task.onResume;
  if (!asked) return undefined;
  const { header } = state;
  const folder = `kestra:///${header.namespace.replaceAll('.', '/')}/${header.flowId}/executions/${header.id}/tasks/${task.id}/${id}`;
  const stored = await storeFiles(asked, given, folder, host);
  const variables = variablesOf(state, state.taskRuns.get(id), host);
  const renderer = createRenderer({ ports: host, timeZone: host.timeZone, state, log });
  const { values, problems } = await resolveInputs(asked, stored, {
    render: (template, more) => renderer.text(template, { ...variables, ...more }),
    renderTyped: (template, more) => renderer.typed(template, { ...variables, ...more }),
  });
  if (problems.length > 0) throw new InputError(problems);
  return values;
}
