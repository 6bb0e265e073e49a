import { expect, test } from 'vitest';
import { outputExpression } from './outputs.ts';

test.each([
  [{ taskId: 'unduh' }, 'uri', '{{ outputs.unduh.uri }}'],
  [{ taskId: 'unduh-csv' }, 'outputFiles', "{{ outputs['unduh-csv'].outputFiles }}"],
  [{ taskId: 'muat', value: 'hijau' }, 'rowCount', "{{ outputs.muat['hijau'].rowCount }}"],
])('%o', (run, name, expected) => expect(outputExpression(run, name)).toBe(expected));
