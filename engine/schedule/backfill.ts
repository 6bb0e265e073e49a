/**
 * A backfill: the ticks from start to end, both inclusive, one by one in order. What it has done stands with its executions, so a
 * killed process, or one that was paused, goes on where it stood.
 */
import type { BackfillRange, Tick } from '../door.ts';
import { isoIn } from '../time/zone.ts';
import type { Backfill, Book } from './book.ts';
import { fireTick, stops } from './fire.ts';
import type { Launcher, StartedBefore } from './launcher.ts';
import { keyOf, type Subject } from './subject.ts';
import type { Ticks } from './ticks.ts';

/** Throws what says why it can't be: the trigger, its state, or the range. */
export function planned(subject: Subject, range: BackfillRange, book: Book, launcher: Launcher): Backfill {
  const { trigger, flow, definition } = subject;
  const no = (message: string): Error => launcher.refuse(message);
  if (definition.fires !== 'ticks') {
    throw no(`Trigger \`${trigger.id}\` bukan jadwal, jadi tidak punya tanggal untuk di-backfill.`);
  }
  const key = keyOf(subject);
  if (trigger.disabled || book.page(key).disabled) {
    const how = trigger.disabled ? 'Hapus `disabled: true` dari trigger itu' : 'Aktifkan trigger itu lagi';
    throw no(
      `Trigger \`${trigger.id}\` sedang nonaktif, jadi backfill tidak akan menjalankan apa-apa. ${how}, lalu coba lagi.`,
    );
  }
  if (flow.disabled) throw no(`Flow ${flow.namespace}.${flow.id} dinonaktifkan (\`disabled: true\`).`);
  const now = launcher.host.clock.now();
  const start = instantOf(range.start, 'start', no);
  const unfinished = book.page(key).backfill;
  // Without an end it is now; one that was cut off keeps the end it had.
  const end =
    range.end === undefined ? (unfinished?.start === start ? unfinished.end : now) : instantOf(range.end, 'end', no);
  if (end < start) {
    throw no(
      `Akhir backfill (${new Date(end).toISOString()}) ada sebelum awalnya (${new Date(start).toISOString()}). Tukar keduanya.`,
    );
  }
  if (unfinished) {
    if (unfinished.start === start && unfinished.end === end) return goingOn(unfinished);
    throw no(
      `Trigger \`${trigger.id}\` masih punya backfill yang belum selesai (${new Date(unfinished.start).toISOString()} sampai ${new Date(unfinished.end).toISOString()}). Lanjutkan yang itu dulu sampai selesai, atau batalkan.`,
    );
  }
  return {
    id: launcher.host.random.id(),
    start,
    end,
    ...(range.inputs && { inputs: range.inputs }),
    ...(range.labels && { labels: range.labels }),
  };
}

export const goingOn = ({ paused: _, ...backfill }: Backfill): Backfill => backfill;

/** The backfill that is under way, or paused. Throws where there is none. */
export function underWay(subject: Subject, book: Book, launcher: Launcher): Backfill {
  const { backfill } = book.page(keyOf(subject));
  if (backfill) return backfill;
  throw launcher.refuse(
    `Trigger \`${subject.trigger.id}\` tidak sedang menjalankan backfill. Mulai satu dengan \`alur backfill … --start … --end …\`.`,
  );
}

function instantOf(text: string, name: string, no: (message: string) => Error): number {
  const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw no(
    `\`${name}\` harus berupa tanggal (2024-01-31) atau waktu dengan zona (2024-01-31T09:00:00+07:00). Yang tertulis: ${text}.`,
  );
}

export async function runBackfill(
  subject: Subject,
  ticks: Ticks,
  backfill: Backfill,
  { launcher, book, told }: { launcher: Launcher; book: Book; told(tick: Tick): void },
): Promise<Tick[]> {
  const key = keyOf(subject);
  const goesOn = (): boolean => {
    const { disabled, backfill: now } = book.page(key);
    return !disabled && now?.id === backfill.id && !now.paused;
  };
  const before = new Map<number, StartedBefore>();
  for (const one of launcher.startedBy(subject.flow, subject.trigger.id))
    if (one.cause.backfill === backfill.id && one.cause.tick !== undefined) before.set(one.cause.tick, one);

  const done: Tick[] = [];
  let tick = await ticks.next(backfill.start - 1);
  while (tick !== undefined && tick <= backfill.end && goesOn()) {
    const earlier = before.get(tick);
    const one = earlier
      ? { ...key, date: isoIn(ticks.zone, tick), executionId: earlier.id, state: await launcher.ended(earlier.id) }
      : await fireTick(subject, ticks, tick, launcher, { backfill });
    if (one) {
      done.push(one);
      told(one);
    }
    if (one && stops(subject, one.state)) await book.write(key, { disabled: true });
    tick = await ticks.next(tick);
  }
  const { backfill: now, disabled } = book.page(key);
  const isPaused = now?.paused && !disabled && tick !== undefined && tick <= backfill.end;
  if (now?.id === backfill.id && !isPaused) await book.write(key, { backfill: undefined });
  return done;
}
