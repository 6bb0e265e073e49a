/** An instructor's samples: what they answer, and what is said of wrong ones. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSamples, withSamples } from './index.ts';

const NETWORK = { fetch: () => Promise.reject(new Error('the network was asked')) };

async function ask(yaml: string, url: string) {
  const { samples, problems } = readSamples(yaml, (path) => (path === 'samples/a.csv' ? 'a,b\n1,2\n' : undefined));
  expect(problems).toEqual([]);
  const { status, headers, body, sample } = await withSamples(NETWORK, { own: samples }).fetch(
    { url, method: 'GET', headers: {}, followRedirects: true },
    new AbortController().signal,
  );
  return { status, type: headers['content-type']?.[0], text: await new Response(body).text(), sample };
}

const X = 'https://x.example/';

describe('answers', () => {
  test.each<[string, string, string, object]>([
    [
      'JSON',
      `- {address: ${X}a, json: {b: [1]}}`,
      'a',
      { status: 200, type: expect.stringMatching(/json/), text: '{"b":[1]}' },
    ],
    ['JSON null', `- {address: ${X}a, json: null}`, 'a', { text: 'null' }],
    [
      'a text',
      `- {address: ${X}a.csv, text: "x", label: contoh kelas}`,
      'a.csv',
      { type: expect.stringMatching(/csv/), sample: 'contoh kelas' },
    ],
    [
      'a file',
      `- {address: ${X}a, file: samples/a.csv}`,
      'a',
      { text: 'a,b\n1,2\n', type: expect.stringMatching(/csv/) },
    ],
    ['a code', `- {address: ${X}a, text: rusak, status: 503}`, 'a', { status: 503, text: 'rusak' }],
    ['one part of a path', `- {address: "${X}*/b", text: x}`, 'satu/b', { status: 200 }],
    ['not two', `- {address: "${X}*/b", text: x}`, 'satu/dua/b', { status: 404 }],
    ['any number', `- {address: "${X}**", text: x}`, 'satu/dua', { status: 200 }],
    ['a query', `- {address: "${X}a?p=2", text: dua}\n- {address: "${X}a", text: satu}`, 'a?q=1&p=2', { text: 'dua' }],
    ['without it', `- {address: "${X}a?p=2", text: dua}\n- {address: "${X}a", text: satu}`, 'a?p=3', { text: 'satu' }],
    ['dots to the letter', `- {address: ${X}a.b, text: x}\n- {address: "${X}**", text: lain}`, 'aXb', { text: 'lain' }],
    ['before the table', '- {address: https://dummyjson.com/products, json: []}', '../dummyjson.com/products', {}],
  ])('%s', async (_, yaml, path, expected) => {
    const url = path.startsWith('../') ? `https://${path.slice(3)}` : X + path;
    expect(await ask(yaml, url)).toMatchObject(expected);
  });
});

test.each<[string, number, RegExp]>([
  ['a: 1', 1, /harus daftar/],
  ['- a: [', 1, /YAML-nya tidak bisa dibaca/],
  ['- teks', 1, /ditulis sebagai map/],
  ['- {json: 1}', 1, /`address` harus teks/],
  ['- address: abc\n  json: 1', 1, /alamat lengkap/],
  ['- address: https://*/x\n  json: 1', 1, /sesudah nama server/],
  ['- address: file:///etc/passwd\n  json: 1', 1, /alamat lengkap/],
  ['- address: https://a.b/c', 1, /tepat satu/],
  ['- address: https://a.b/c\n  json: 1\n  text: x', 1, /tepat satu/],
  ['- address: https://a.b/c\n  json: 1\n- address: https://a.b/c\n  json: 2', 3, /dua kali/],
  ['- address: https://a.b/c\n  json: 1\n  jsn: 2', 1, /jsn tidak dikenal/],
  ['- address: https://a.b/c\n  text: 5', 2, /pakai `json`/],
  ['- address: https://a.b/c\n  status: 99\n  json: 1', 2, /100 sampai 599/],
  ['- address: https://a.b/c\n  file: ../rahasia', 2, /tanpa `\.\.`/],
  ['- address: https://a.b/c\n  file: samples/../../rahasia', 2, /tanpa `\.\.`/],
  ['- address: https://a.b/c\n  file: /etc/passwd', 2, /folder samples/],
  ['- address: https://a.b/c\n  file: samples/tidak.csv', 1, /tidak ada di sebelah/],
])('wrong: %j', (yaml, line, message) => {
  const { problems } = readSamples(yaml, () => undefined);
  expect(problems).toEqual([{ line, message: expect.stringMatching(message) }]);
});

test('all that is wrong is said, and nothing where there is nothing', () => {
  expect(readSamples('- a\n- address: x\n', () => undefined).problems.map(({ line }) => line)).toEqual([1, 2]);
  expect(readSamples('', () => undefined)).toEqual({ samples: [], problems: [] });
});

test("the project's own are right", () => {
  const text = readFileSync(new URL('../../../labs/samples.yaml', import.meta.url), 'utf8');
  const { samples, problems } = readSamples(text, () => 'x');
  expect(problems).toEqual([]);
  expect(samples.length).toBeGreaterThan(0);
});
