/**
 * What is known of each trigger: how far it has come, whether it was switched off, the backfill it is in. Kept in the journal, one
 * small record for each change; the last one of a trigger counts.
 */
import type { Label } from '../door.ts';
import { keyText, type TriggerKey } from './subject.ts';

export interface Backfill {
  id: string;
  /** Epoch milliseconds, both inclusive. */
  start: number;
  end: number;
  inputs?: Record<string, unknown>;
  labels?: readonly Label[];
}

export interface Page {
  /** The last tick that was dealt with, or the moment the trigger was first seen; epoch milliseconds. */
  date?: number;
  /** Switched by a person or by `stopAfter`; the flow's own `disabled` is apart. */
  disabled?: boolean;
  backfill?: Backfill;
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
      };
      pages.set(keyText(key), { key, page: next });
      return keep(`trigger:${keyText(key)}`, { type: 'trigger', ...key, ...next } satisfies TriggerRecord);
    },
    read({ type: _, namespace, flowId, triggerId, ...known }) {
      const key = { namespace, flowId, triggerId };
      pages.set(keyText(key), { key, page: known });
    },
    unfinished: () =>
      [...pages.values()].flatMap(({ key, page: { backfill } }) => (backfill ? [{ key, backfill }] : [])),
  };
}
