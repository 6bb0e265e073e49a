/**
 * What a CopyIn of a file takes in memory, in a process of its own: `node tests/bench/copyMemory.ts SERVER FILE`. Prints the highest
 * resident size in MB and the rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFlow, createCopier } from './copy.ts';
import { peakMegabytes } from './peak.ts';

const [server = '', file = ''] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
const copier = await createCopier(home, file, server, copyFlow);
const outputs = await copier.run();
await copier.close();
rmSync(home, { recursive: true, force: true });
console.log(JSON.stringify({ megabytes: peakMegabytes(), ...outputs }));
