/**
 * What stands beside the journal's file and can be lost without harm. The *seal* is written when the journal is closed: as long as the
 * system's word about the file is the same (size, times, inode), nobody has touched it since, and it need not be verified as a whole.
 * The *snapshot* is what the engine folded from it up to a batch; it counts only where that batch still stands there.
 */
import { readFile, rm, stat } from 'node:fs/promises';
import * as z from 'zod';
import { writeWhole } from './files.ts';
import { checksumOf } from './journalText.ts';

const seal = z.object({ file: z.string(), size: z.number(), checksum: z.string() });
export type Seal = z.infer<typeof seal>;

/** `checksum` is that of the batch at `upTo`. */
const snapshot = z.object({ checksum: z.string(), upTo: z.number(), json: z.string() });
export type StoredSnapshot = z.infer<typeof snapshot>;

export async function writeSeal(path: string, end: { size: number; checksum: string }): Promise<void> {
  await writeSide(`${path}.seal`, { file: await wordOf(path), ...end } satisfies Seal);
}

/** Where the journal ends, if nobody has touched it since it was closed. */
export async function sealed(path: string): Promise<Seal | undefined> {
  const found = seal.safeParse(await readSide(`${path}.seal`)).data;
  return found && found.file === (await wordOf(path)) ? found : undefined;
}

/** Where it ended when it was last closed, whatever has become of it since. */
export async function lastSeal(path: string): Promise<Seal | undefined> {
  return seal.safeParse(await readSide(`${path}.seal`)).data;
}

/** The journal itself was taken away: a new one begins. */
export const removeSeal = (path: string): Promise<void> => rm(`${path}.seal`, { force: true });

export const writeSnapshot = (path: string, stored: StoredSnapshot): Promise<void> =>
  writeSide(`${path}.snapshot`, stored);

export async function readSnapshot(path: string): Promise<StoredSnapshot | undefined> {
  return snapshot.safeParse(await readSide(`${path}.snapshot`)).data;
}

/** What the system says of a file: it changes with every change of the file. */
async function wordOf(path: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}

function writeSide(path: string, content: unknown): Promise<void> {
  const json = JSON.stringify(content);
  return writeWhole(path, `${checksumOf(json)} ${json}\n`);
}

/** Nothing where it is missing or damaged. */
async function readSide(path: string): Promise<unknown> {
  try {
    const text = await readFile(path, 'utf8');
    const [checksum, json] = [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1, -1)];
    return checksumOf(json) === checksum ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
}
