/** All triggers of an engine: what is known of them, and the ways they fire. The engine's door hands its calls on to here. */
import type { BackfillRange, Tick, TriggerState, WebhookAnswer, WebhookCall } from '../door.ts';
import type { Upstream } from '../plugins/definition.ts';
import { isoIn } from '../time/zone.ts';
import { planned, runBackfill } from './backfill.ts';
import { createBook, type TriggerRecord } from './book.ts';
import { type Play, runSchedule } from './clockwork.ts';
import { explained } from './explained.ts';
import type { Launcher } from './launcher.ts';
import { createPlayers } from './players.ts';
import { runPoll } from './polls.ts';
import { keyOf, keyText, type Subject, subjectsOf, type TriggerKey } from './subject.ts';
import { type Ticks, ticksOf } from './ticks.ts';
import { createListener } from './upstream.ts';
import { called } from './webhook.ts';

export interface Schedules {
  /** A record read back from the journal. */
  read(record: TriggerRecord): void;
  /** Backfills that a crash cut off go on. */
  resume(): void;
  triggers(): Promise<TriggerState[]>;
  toggle(key: TriggerKey, disabled: boolean): Promise<void>;
  backfill(key: TriggerKey, range: BackfillRange, told?: (tick: Tick) => void): Promise<Tick[]>;
  /** Plays schedules and polls until the instant, or until it is aborted; flows that come later are taken in. */
  play(play: Play): Promise<void>;
  /** A flow was saved: its triggers take the place of those it had. */
  saved(namespace: string, id: string): void;
  came(execution: Upstream): Promise<void>;
  /** Whether some flow waits for others: without one nobody has to be told. */
  hasListeners(): boolean;
  call(call: WebhookCall): Promise<WebhookAnswer | undefined>;
}

export function createSchedules(launcher: Launcher): Schedules {
  const book = createBook((stream, data) => launcher.write(stream, data));
  const backfills = new Map<string, Promise<unknown>>();
  const players = createPlayers();
  const all = (): Subject[] => launcher.flows().flatMap(subjectsOf);
  const isOff = (subject: Subject): boolean => book.page(keyOf(subject)).disabled === true;
  const listener = createListener(launcher, all, isOff, (subject) => book.write(keyOf(subject), { disabled: true }));

  /** Throws what the launcher throws for a flow that is not there. */
  function subjectOf(key: TriggerKey): Subject {
    const subject = subjectsOf(launcher.flow(key.namespace, key.flowId)).find(
      ({ trigger }) => trigger.id === key.triggerId,
    );
    if (subject) return subject;
    throw launcher.refuse(`Flow ${key.namespace}.${key.flowId} tidak punya trigger \`${key.triggerId}\`.`);
  }

  async function free(subject: Subject): Promise<void> {
    await backfills.get(keyText(keyOf(subject)))?.catch(() => undefined);
  }

  /** Never rejects: what can't be played says so once, and the others go on. */
  async function playOne(subject: Subject, play: Play): Promise<void> {
    const { fires } = subject.definition;
    if (subject.trigger.disabled || subject.flow.disabled || isOff(subject)) return;
    try {
      if (fires === 'ticks')
        await runSchedule(subject, await ticksOf(subject, launcher), play, { launcher, book, free });
      else if (fires === 'polls') await runPoll(subject, play, { launcher, book });
    } catch (error) {
      if (play.signal.aborted) return;
      play.told({
        ...keyOf(subject),
        date: new Date(launcher.host.clock.now()).toISOString(),
        problem: explained(error),
      });
    }
  }

  async function backfill(key: TriggerKey, range: BackfillRange, told: (tick: Tick) => void): Promise<Tick[]> {
    const subject = subjectOf(key);
    if (backfills.has(keyText(key))) throw launcher.refuse(`Backfill trigger \`${key.triggerId}\` masih berjalan.`);
    const plan = planned(subject, range, book, launcher);
    const running = ticksOf(subject, launcher).then((ticks) =>
      runBackfill(subject, ticks, plan, { launcher, book, told }),
    );
    backfills.set(keyText(key), running);
    try {
      return await running;
    } finally {
      backfills.delete(keyText(key));
    }
  }

  async function stateOf(subject: Subject): Promise<TriggerState> {
    const page = book.page(keyOf(subject));
    const facts = {
      ...keyOf(subject),
      type: subject.trigger.type,
      disabled: subject.trigger.disabled || isOff(subject),
    };
    if (subject.definition.fires !== 'ticks') return facts;
    const ticks = await ticksOf(subject, launcher).catch(() => undefined);
    return ticks ? { ...facts, ...(await dated(ticks, page)) } : facts;
  }

  async function dated(ticks: Ticks, { date, backfill: under }: ReturnType<typeof book.page>) {
    const next = await ticks.next(Math.max(date ?? 0, launcher.host.clock.now() - 1));
    return {
      ...(date !== undefined && { date: isoIn(ticks.zone, date) }),
      ...(next !== undefined && { nextExecutionDate: isoIn(ticks.zone, next) }),
      ...(under && {
        backfill: {
          start: isoIn(ticks.zone, under.start),
          end: isoIn(ticks.zone, under.end),
          ...(under.inputs && { inputs: under.inputs }),
          ...(under.labels && { labels: [...under.labels] }),
        },
      }),
    };
  }

  return {
    read: book.read,
    resume() {
      for (const { key, backfill: cut } of book.unfinished()) {
        const range = { start: new Date(cut.start).toISOString(), end: new Date(cut.end).toISOString() };
        backfill(key, range, () => undefined).catch(() => undefined);
      }
    },
    triggers: () => Promise.all(all().map(stateOf)),
    async toggle(key, disabled) {
      const subject = subjectOf(key);
      await book.write(key, { disabled: disabled || undefined });
      players.renew(subject.flow.namespace, subject.flow.id, subjectsOf(subject.flow), playOne);
    },
    backfill: (key, range, told = () => undefined) => backfill(key, range, told),
    play: (play) => players.play(play, all(), playOne),
    saved(namespace, id) {
      players.renew(namespace, id, subjectsOf(launcher.flow(namespace, id)), playOne);
    },
    came: (execution) => listener.came(execution),
    hasListeners: () => all().some(({ definition }) => definition.fires === 'executions'),
    call: (call) => called(launcher.flow(call.namespace, call.flowId), call, launcher),
  };
}
