/** For this room's tests: an engine on a virtual clock, and what its triggers did. */
import type { Engine, Tick } from '../door.ts';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import {
  createMemoryHost,
  createVirtualClock,
  type MemoryHostOptions,
  type VirtualClock,
} from '../hosts/memory/index.ts';
import type { Journal, JournalRecord } from '../ports/Journal.ts';
import { createEngine, type EngineOptions } from '../run/engine.ts';

export interface Stage {
  engine: Engine;
  clock: VirtualClock;
  /** Plays until the instant; `date state` of each tick, or `date !` where nothing was started. */
  play(until: string): Promise<string[]>;
}

export function stageAt(start: string, host: MemoryHostOptions = {}, options: EngineOptions = {}): Stage {
  const clock = createVirtualClock({ start: Date.parse(start) });
  const engine = createEngine(createMemoryHost({ ...host, clock }), options);
  return {
    engine,
    clock,
    async play(until) {
      const ticks: string[] = [];
      for await (const tick of engine.play(until)) ticks.push(shown(tick));
      return ticks;
    },
  };
}

export const shown = ({ date, state }: Tick): string => `${date} ${state ?? '!'}`;

/** A flow that returns `format`, with these lines under `triggers:`. */
export const flowWith = (triggers: string, { id = 'f', format = 'x', more = '' } = {}): string =>
  `id: ${id}\nnamespace: uji\n${more}tasks:\n  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "${format}"}\ntriggers:\n${triggers
    .split('\n')
    .map((line) => `  ${line}\n`)
    .join('')}`;

export const schedule = (rest: string): string => `- {id: t, type: io.kestra.plugin.core.trigger.Schedule, ${rest}}`;

/** What the flow's executions returned, oldest first. */
export async function returned(engine: Engine, flowId = 'f'): Promise<unknown[]> {
  const { results } = await engine.executions({ flowId });
  return results.reverse().map(({ taskRunList }) => taskRunList[0]?.outputs?.value);
}

export type Batches = readonly (readonly JournalRecord[])[];

/** What a process wrote, batch by batch. */
export async function recorded(start: string, live: (stage: Stage) => Promise<unknown>): Promise<Batches> {
  const batches: (readonly JournalRecord[])[] = [];
  const journal: Journal = { ...createMemoryJournal(), append: async (records) => batches.push(records) };
  const stage = stageAt(start, { journal });
  await live(stage);
  await stage.engine.close();
  return batches;
}
