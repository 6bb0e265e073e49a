/** A file of items: one Ion or JSON map a line. */
import { fromIon } from '../../../expression/ion.ts';
import { TaskError } from '../../definition.ts';

export function itemOf(line: string, number: number): Record<string, unknown> {
  const item = parsed(line, number);
  if (item instanceof Map) return Object.fromEntries<unknown>(item);
  throw new TaskError(`Line ${number} is not an item: ${line.slice(0, 100)}`, {
    explanation:
      'Setiap baris harus sebuah map Ion atau JSON, misalnya {a: 1}. Berkas CSV harus diubah dulu menjadi Ion.',
  });
}

function parsed(line: string, number: number): unknown {
  try {
    return fromIon(line, false);
  } catch (error) {
    throw new TaskError(`Line ${number} can't be read as Ion: ${error instanceof Error ? error.message : error}`, {
      explanation: `Baris ${number} bukan Ion atau JSON yang benar: ${line.slice(0, 100)}`,
    });
  }
}
