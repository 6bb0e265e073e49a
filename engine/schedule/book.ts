/**
 * What is known of each trigger: how far it has come, whether it was switched off, the backfill it is in. Kept in the journal, one
 * small record for each change; the last one of a trigger counts.
 */
import type { Label, TriggerKey } from '../door.ts';
import { keyText } from './subject.ts';

export interface Backfill {
  id: string;
  /** Epoch milliseconds, both inclusive. */
  start: number;
  end: number;
  inputs?: Record<string, unknown>;
  labels?: readonly Label[];
  /** No further tick starts until somebody says so. */
  paused?: true;
}

/** What a Flow trigger has counted, by gate: the part that was met, when (epoch milliseconds), and the outputs it brought. */
export type Counts = Record<string, [part: string, at: number, outputs: Record<string, unknown>][]>;

export interface Page {
  /** The last tick that was dealt with, or the moment the trigger was first seen; epoch milliseconds. */
  date?: number;
  /** Switched by a person or by `stopAfter`; the flow's own `disabled` is apart. */
  disabled?: boolean;
  backfill?: Backfill;
  counts?: Counts;
}

export interface TriggerRecord extends TriggerKey, Page {
  type: 'trigger';
}

export interface Book {
  page(key: TriggerKey): Page;
  /** Changes what is given, and keeps it. An `undefined` removes. */
  write(key: TriggerKey, change: { [K in keyof Page]: Page[K] | undefined }): Promise<void>;
  /** A record read back from the journal. */
  read(record: TriggerRecord): void;
  /** Backfills that are neither done nor paused. */
  unfinished(): { key: TriggerKey; backfill: Backfill }[];
}

export function createBook(keep: (stream: string, data: unknown) => Promise<void>): Book {
  const pages = new Map<string, { key: TriggerKey; page: Page }>();

  const page = (key: TriggerKey): Page => pages.get(keyText(key))?.page ?? {};

  return {
    page,
    write(key, change) {
      const merged = { ...page(key), ...change };
      const next: Page = {
        ...(merged.date !== undefined && { date: merged.date }),
        ...(merged.disabled !== undefined && { disabled: merged.disabled }),
        ...(merged.backfill !== undefined && { backfill: merged.backfill }),
        ...(merged.counts !== undefined && { counts: merged.counts }),
      };
      pages.set(keyText(key), { key, page: next });
      return keep(`trigger:${keyText(key)}`, { type: 'trigger', ...key, ...next } satisfies TriggerRecord);
    },
    read({ type: _, namespace, flowId, triggerId, ...known }) {
      const key = { namespace, flowId, triggerId };
      pages.set(keyText(key), { key, page: known });
    },
    unfinished: () =>
      [...pages.values()].flatMap(({ key, page: { backfill } }) =>
        backfill && !backfill.paused ? [{ key, backfill }] : [],
      ),
  };
}
