/**
 * A snapshot of the ledger is kept now and then, and when the engine closes: what came after it is all that the next process has to read.
 * The longer the journal is, the rarer: writing them costs a small part of writing the journal, whatever its length.
 */
import type { House } from './house.ts';

/** Batches after the last one, at least; and that part of all. */
const WHILE_OPEN = { least: 20_000, part: 1 / 4 };
const AT_CLOSE = { least: 1_000, part: 1 / 20 };

export function keepNowAndThen(house: House): void {
  void keep(house, WHILE_OPEN);
}

export const keepAtClose = (house: House): Promise<void> => keep(house, AT_CLOSE);

/** It may fail: the next process then only takes longer. */
async function keep({ ledger, host }: House, { least, part }: typeof AT_CLOSE): Promise<void> {
  if (ledger.fresh < Math.max(least, ledger.batches * part)) return;
  const snapshot = ledger.snapshot();
  if (snapshot) await host.journal.keep(snapshot).catch(() => undefined);
}
