/**
 * The engine dies after every single batch of its journal, in the middle of whatever it was at; another one goes on from what was kept.
 * What ends is the same, no finished task runs twice. The real thing, `kill -9` of a process, is in `slow/`.
 */
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '#engine/hosts/common/memoryJournal.ts';
import { createMemoryKv } from '#engine/hosts/common/memoryKv.ts';
import { createMemoryStorage } from '#engine/hosts/common/memoryStorage.ts';
import { createMemoryHost, createVirtualClock } from '#engine/hosts/memory/index.ts';
import { createEngine, type Engine, type Execution } from '#engine/index.ts';
import type { Host } from '#engine/ports/Host.ts';
import { deployedTexts, finish, flowNames, flowText, isReal, told } from './flows.ts';

const START = Date.UTC(2024, 0, 1);

interface Kept {
  type: string;
  id?: string;
}

/** What outlives the engine, and what the world saw of it. */
function createWorld() {
  const journal = createMemoryJournal();
  const marks: string[] = [];
  const kept: Kept[] = [];
  const outliving = { storage: createMemoryStorage(), kv: createMemoryKv(createVirtualClock()) };

  /** A host whose journal takes so many batches and then hears nothing more, as if the process were gone. */
  function host(start: number, seed: string, most: number, died: () => void): Host {
    const clock = createVirtualClock({ start });
    /** An answer on its way takes no time: until what follows from it is kept, the clock stands still. */
    let underWay: (() => void)[] = [];
    let batches = 0;
    return createMemoryHost({
      ...outliving,
      clock,
      seed,
      envs: { tanda: 'http://tanda.uji' },
      http: {
        async fetch({ url }) {
          underWay.push(clock.hold());
          marks.push(url.split('/').at(-1) ?? '');
          return { status: 200, headers: {}, url, body: new Blob(['ya']).stream() };
        },
      },
      journal: {
        ...journal,
        async append(records) {
          if (batches === most) {
            died();
            return new Promise<never>(() => undefined);
          }
          batches++;
          const place = await journal.append(records);
          kept.push(...records.map(({ data }) => data as Kept));
          if (records.some(({ data }) => (data as Kept).type === 'tried')) {
            for (const letGo of underWay) letGo();
            underWay = [];
          }
          return place;
        },
      },
    });
  }
  return { marks, kept, host };
}

async function whole(engine: Engine, name: string): Promise<Execution[]> {
  for (const text of deployedTexts()) await engine.deploy(text);
  await engine.start(await engine.deploy(flowText(name)));
  return finish(engine);
}

/** The flow in a world of its own, until it ends or dies after so many batches. */
async function played(name: string, most = Number.POSITIVE_INFINITY) {
  const world = createWorld();
  const { promise: dead, resolve: died } = Promise.withResolvers<undefined>();
  const host = world.host(START, 'sebelum', most, () => died(undefined));
  const ended = await Promise.race([whole(createEngine(host), name), dead]);
  return { ...world, ended, diedAt: host.clock.now() };
}

const endedIn = (kept: readonly Kept[]): Set<string> =>
  new Set(kept.flatMap(({ type, id }) => ((type === 'tried' || type === 'ended') && id !== undefined ? [id] : [])));

describe('dead after any batch', () => {
  test.each(flowNames.filter((name) => !isReal(name)))('%s', async (name) => {
    const { ended = [], marks: all } = await played(name);
    const expected = told(ended);
    expect(all.length).toBeGreaterThan(0);
    let cuts = 0;
    for (let most = 1; ; most++) {
      const { marks, kept, host, diedAt, ...first } = await played(name, most);
      if (first.ended) break;
      if (!kept.some(({ type }) => type === 'created')) continue;
      cuts++;
      const [before, done] = [marks.length, endedIn(kept)];
      const engine = createEngine(host(diedAt, `sesudah ${most}`, Number.POSITIVE_INFINITY, () => undefined));
      const after = await finish(engine);
      await engine.close();
      const where = `${name}, dead after batch ${most}`;
      expect(told(after), where).toEqual(expected);
      const again = marks.slice(before).filter((id) => done.has(id));
      expect(again, `${where}: finished, and run again`).toEqual([]);
    }
    expect(cuts).toBeGreaterThan(2);
  });
});
