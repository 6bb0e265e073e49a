/** All triggers of an engine: what is known of them, and the ways they fire. The engine's door hands its calls on to here. */
import type { Flow, TriggerKey, TriggerState, WebhookAnswer, WebhookCall } from '../door.ts';
import type { Upstream } from '../plugins/definition.ts';
import { isoIn } from '../time/zone.ts';
import { type Backfills, createBackfills } from './backfills.ts';
import { createBook, type TriggerRecord } from './book.ts';
import { type Play, runSchedule } from './clockwork.ts';
import { explained } from './explained.ts';
import { stops } from './fire.ts';
import type { Launcher } from './launcher.ts';
import { createPlayers } from './players.ts';
import { runPoll } from './polls.ts';
import { keyOf, type Subject, subjectsOf, zoneNamed } from './subject.ts';
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
  readonly backfills: Omit<Backfills, 'free'>;
  /** Plays schedules and polls until the instant, or until it is aborted; flows that come later are taken in. */
  play(play: Play): Promise<void>;
  /** A flow was saved: its triggers take the place of those it had. */
  saved(flow: Flow, before: Flow | undefined): void;
  /** True where some trigger waits for such a state; see `upstream.ts`. */
  came(execution: Upstream, again?: boolean): Promise<boolean>;
  isAwaited(execution: Pick<Upstream, 'namespace' | 'flowId' | 'state'>): boolean;
  /** An execution that a trigger had started goes on. */
  goesOn(execution: { id: string; namespace: string; flowId: string; triggerId: string }): void;
  /** Whether some flow waits for others: without one nobody has to be told. */
  hasListeners(): boolean;
  call(call: WebhookCall): Promise<WebhookAnswer | undefined>;
}

export function createSchedules(launcher: Launcher): Schedules {
  const book = createBook((stream, data) => launcher.write(stream, data));
  const players = createPlayers();
  const all = (): Subject[] => launcher.flows().flatMap(subjectsOf);
  const isOff = (subject: Subject): boolean => book.page(keyOf(subject)).disabled === true;
  /** Not by the clock: told of at the execution's end. */
  function fired(subject: Subject, executionId: string): void {
    const { host } = launcher;
    const about = { ...keyOf(subject), date: isoIn(zoneNamed(host.timeZone), host.clock.now()), executionId };
    const told = launcher.ended(executionId).then(async (state) => {
      if (stops(subject, state)) await book.write(keyOf(subject), { disabled: true });
      players.tell({ ...about, state });
    });
    players.include(told.catch(() => undefined));
  }
  const listener = createListener({ launcher, book, subjects: all, isOff, fired });

  /** Throws what the launcher throws for a flow that is not there. */
  function subjectOf(key: TriggerKey): Subject {
    const subject = subjectsOf(launcher.flow(key.namespace, key.flowId)).find(
      ({ trigger }) => trigger.id === key.triggerId,
    );
    if (subject) return subject;
    throw launcher.refuse(`Flow ${key.namespace}.${key.flowId} tidak punya trigger \`${key.triggerId}\`.`);
  }

  const backfills = createBackfills(launcher, book, subjectOf);

  /** Never rejects: what can't be played says so once, and the others go on. */
  async function playOne(subject: Subject, play: Play): Promise<void> {
    const { fires } = subject.definition;
    if (subject.trigger.disabled || subject.flow.disabled || isOff(subject)) return;
    try {
      if (fires === 'ticks')
        await runSchedule(subject, await ticksOf(subject, launcher), play, {
          launcher,
          book,
          free: backfills.free,
        });
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

  /** A schedule that is another one now, or was switched off until now, makes up for nothing. */
  function seenAnew(subject: Subject, before: Flow | undefined): void {
    const { trigger } = subject;
    const then = before?.triggers.find(({ id }) => id === trigger.id);
    const isSame = then && !then.disabled && sameSchedule(then.properties, trigger.properties);
    const now = launcher.host.clock.now();
    if (subject.definition.fires === 'ticks' && then && !isSame) void book.write(keyOf(subject), { date: now - 1 });
    if (subject.definition.fires !== 'executions' || isSame) return;
    void book.write(keyOf(subject), { date: now, counts: undefined });
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
          paused: under.paused === true,
        },
      }),
    };
  }

  return {
    read: book.read,
    resume() {
      for (const { key } of book.unfinished()) backfills.goOn(key, players.tell).catch(() => undefined);
    },
    triggers: () => Promise.all(all().map(stateOf)),
    async toggle(key, disabled) {
      const subject = subjectOf(key);
      const isBack = !disabled && isOff(subject);
      await book.write(key, {
        disabled: disabled || undefined,
        ...(isBack && subject.definition.fires === 'ticks' && { date: launcher.host.clock.now() - 1 }),
      });
      players.renew(subject.flow.namespace, subject.flow.id, subjectsOf(subject.flow), playOne);
    },
    backfills,
    play: (play) => players.play(play, all(), playOne),
    saved(flow, before) {
      const subjects = subjectsOf(flow);
      for (const subject of subjects) seenAnew(subject, before);
      players.renew(flow.namespace, flow.id, subjects, playOne);
    },
    came(execution, again) {
      const told = listener.came(execution, again);
      players.include(told.then(() => undefined));
      return told;
    },
    goesOn({ id, namespace, flowId, triggerId }) {
      const subject = all().find(
        ({ flow, trigger }) => flow.namespace === namespace && flow.id === flowId && trigger.id === triggerId,
      );
      const { fires } = subject?.definition ?? {};
      if (subject && (fires === 'executions' || fires === 'calls')) fired(subject, id);
    },
    isAwaited: listener.isAwaited,
    hasListeners: () => all().some(({ definition }) => definition.fires === 'executions'),
    call: (call) => called(launcher.flow(call.namespace, call.flowId), call, { launcher, isOff, fired }),
  };
}

/** What makes the ticks what they are; a new description, or other inputs, leave them. */
function sameSchedule(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return WHAT_TICKS.every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

const WHAT_TICKS = ['cron', 'timezone', 'withSeconds', 'dates', 'states', 'conditions', 'preconditions'];
