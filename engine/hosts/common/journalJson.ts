/** A batch as JSON: `[["STREAM", DATA, DATA], …]`. What follows each other in the same stream names it once. */
import type { JournalRecord } from '../../ports/Journal.ts';

export function packed(records: readonly JournalRecord[]): string {
  const groups: unknown[][] = [];
  let last: string | undefined;
  let group: unknown[] = [];
  for (const { stream, data } of records) {
    if (stream !== last) {
      group = [stream];
      groups.push(group);
      last = stream;
    }
    group.push(data);
  }
  return JSON.stringify(groups);
}

/** Throws where it is no such JSON. */
export function unpacked(json: string): JournalRecord[] {
  const records: JournalRecord[] = [];
  for (const [stream, ...all] of JSON.parse(json) as [string, ...unknown[]][])
    for (const data of all) records.push({ stream, data });
  return records;
}
