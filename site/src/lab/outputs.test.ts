import { expect, test } from 'vitest';
import { nameOfFile, outputExpression, storedFiles } from './outputs.ts';

test.each([
  [{ taskId: 'unduh' }, 'uri', '{{ outputs.unduh.uri }}'],
  [{ taskId: 'unduh-csv' }, 'outputFiles', "{{ outputs['unduh-csv'].outputFiles }}"],
  [{ taskId: 'muat', value: 'hijau' }, 'rowCount', "{{ outputs.muat['hijau'].rowCount }}"],
])('%o', (run, name, expected) => expect(outputExpression(run, name)).toBe(expected));

test('every stored file in an output can be fetched by its name', () => {
  const value = {
    a: 'kestra:///n/f/1-a.csv',
    dalam: { 'b.csv': 'kestra:///n/f/2-b.csv', lagi: ['kestra:///n/f/1-a.csv'] },
    n: 7,
  };
  expect(storedFiles(value)).toEqual(['kestra:///n/f/1-a.csv', 'kestra:///n/f/2-b.csv']);
  expect(storedFiles('tentang kestra:// saja')).toEqual([]);
  expect(nameOfFile('kestra:///n/f/1-a.csv')).toBe('1-a.csv');
  expect(nameOfFile('kestra:///n/f/D8cExq8ErBTVhwEsQeWMwY-hasil.csv')).toBe('hasil.csv');
});
