import { describe, expect, test } from 'vitest';
import { type SampleOptions, taxiRowCount, withSamples } from './index.ts';

const REACHED = new Error('the network was asked');

function ask(url: string, method = 'GET', options: SampleOptions = {}) {
  const http = withSamples({ fetch: () => Promise.reject(REACHED) }, options);
  return http.fetch({ url, method, headers: {}, followRedirects: true }, new AbortController().signal);
}

const bodyOf = async (url: string) => new Response((await ask(url)).body).json();

describe('JSON addresses', () => {
  test.each([
    ['https://dummyjson.com/products', { total: 194, skip: 0, limit: 30 }],
    ['https://dummyjson.com/products?limit=5&skip=190', { total: 194, skip: 190, limit: 4 }],
    ['https://dummyjson.com/products?limit=0', { limit: 194 }],
    ['https://dummyjson.com/products/7', { id: 7, price: expect.any(Number), title: expect.any(String) }],
    ['https://jsonplaceholder.typicode.com/posts/100', { userId: 10, id: 100, title: expect.any(String) }],
    ['https://jsonplaceholder.typicode.com/users/3', { id: 3, address: { geo: { lat: expect.any(String) } } }],
  ])('%s', async (url, expected) => {
    const answer = await ask(url);
    expect(answer).toMatchObject({ status: 200, sample: 'data contoh' });
    const body = await new Response(answer.body).json();
    expect(body).toMatchObject(expected);
    expect(await bodyOf(url)).toEqual(body);
  });

  test.each([
    ['posts', 100],
    ['users', 10],
    ['todos', 200],
    ['comments', 500],
    ['posts?userId=2', 10],
    ['posts?_limit=3', 3],
  ])('%s has %d', async (list, count) => {
    expect(await bodyOf(`https://jsonplaceholder.typicode.com/${list}`)).toHaveLength(count);
  });

  test('select keeps the id and what was asked', async () => {
    const { products } = await bodyOf('https://dummyjson.com/products?limit=1&select=price');
    expect(Object.keys(products[0])).toEqual(['id', 'price']);
  });

  test.each([
    'https://dummyjson.com/products/195',
    'https://dummyjson.com/products/0',
    'https://jsonplaceholder.typicode.com/posts/1/comments',
  ])('%s is not there, and the answer says why', async (url) => {
    const answer = await ask(url);
    expect(answer).toMatchObject({ status: 404, sample: 'data contoh' });
    expect(await new Response(answer.body).text()).toContain('--data asli');
  });

  test.each([
    ['https://dummyjson.com/products/add', 'POST'],
    ['https://dummyjson.com/users', 'GET'],
  ])('%s by %s goes to the real host', async (url, method) => {
    await expect(ask(url, method)).rejects.toBe(REACHED);
  });
});

test('a size of one’s own is the number of rows', async () => {
  const url = 'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2019-01.csv';
  const text = await new Response((await ask(url, 'GET', { size: 1234 })).body).text();
  expect(text.split('\n')).toHaveLength(1 + 1234 + 1);
  expect(taxiRowCount({ colour: 'green', year: 2019, month: 1 }, 'nyata')).toBe(630_918);
});
