/** Where things stand in a home. */
import { join } from 'node:path';

export const journalFileOf = (home: string): string => join(home, 'journal.jsonl');
export const lockFileOf = (home: string): string => `${journalFileOf(home)}.lock`;
