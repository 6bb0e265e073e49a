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
    ['https://dummyjson.com/products/category/laptops?limit=1', { limit: 1, products: [{ category: 'laptops' }] }],
    ['https://dummyjson.com/products/category-list', ['groceries', 'furniture', 'laptops', 'fragrances']],
    [
      'https://dummyjson.com/products/search?q=KOPI&limit=2',
      { limit: 2, products: [{ title: expect.stringContaining('Kopi') }, {}] },
    ],
    ['https://dummyjson.com/carts?limit=2', { total: 50, carts: [{ id: 1, total: expect.any(Number) }, { id: 2 }] }],
    ['https://dummyjson.com/products/7', { id: 7, price: expect.any(Number), title: expect.any(String) }],
    ['https://jsonplaceholder.typicode.com/posts/100', { userId: 10, id: 100, title: expect.any(String) }],
    [
      'https://api.github.com/repos/kestra-io/kestra',
      { full_name: 'kestra-io/kestra', stargazers_count: expect.any(Number) },
    ],
    [
      'https://pypi.org/pypi/pandas/json',
      { info: { name: 'pandas', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } },
    ],
    ['https://pypistats.org/api/packages/kestra/recent', { package: 'kestra', data: { last_day: expect.any(Number) } }],
    ['https://hub.docker.com/v2/repositories/kestra/kestra/', { name: 'kestra', pull_count: expect.any(Number) }],
    ['https://api.restful-api.dev/objects/7', { id: '7', name: expect.any(String) }],
    ['https://kestra.io/api/mock?a=b', { method: 'GET', params: { a: 'b' }, code: 200 }],
    ['https://huggingface.co/datasets/kestra/datasets/raw/main/json/products.json', expect.any(Array)],
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
    ['posts/2/comments', 5],
    ['users/3/todos', 20],
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
    'https://jsonplaceholder.typicode.com/posts/1/users',
    'https://dummyjson.com/carts/51',
    'https://api.github.com/repos/a/b/issues',
    'https://api.restful-api.dev/objects/14',
    'https://huggingface.co/datasets/kestra/datasets/raw/main/csv/iris.csv',
    'https://d37ci6vzurychx.cloudfront.net/trip-data/yellow_tripdata_2021-01.parquet',
    'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2021-08.csv.gz',
    'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/yellow_tripdata_2021-07.csv.gz',
    'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/fhv/fhv_tripdata_2019-01.csv.gz',
  ])('%s is not there, and the answer says why', async (url) => {
    const answer = await ask(url);
    expect(answer).toMatchObject({ status: 404, sample: 'data contoh', sampleLacks: expect.any(String) });
    expect(await new Response(answer.body).text()).toContain('--data asli');
  });

  test.each([
    ['https://dummyjson.com/products/add', 'POST'],
    ['https://dummyjson.com/users', 'GET'],
    ['https://dummyjson.com/productsabc', 'GET'],
    ['https://api.github.com/repos/a/b', 'DELETE'],
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

test('the mock takes what is sent, and keeps nothing', async () => {
  const answer = await ask('https://kestra.io/api/mock', 'POST');
  expect(await new Response(answer.body).json()).toMatchObject({ method: 'POST', title: 'Success' });
});

describe('CSV files', () => {
  const rowsOf = async (url: string) => (await new Response((await ask(url)).body).text()).trimEnd().split('\n');
  const HUB = 'https://huggingface.co/datasets/kestra/datasets';

  test.each([
    ['raw', 'csv/orders.csv', 100, 'order_id,customer_name,customer_email,product_id,price,quantity,total'],
    ['resolve', 'csv/products.csv', 20, 'product_id,product_name,product_category,brand'],
  ])('%s %s', async (door, path, count, header) => {
    const [first, ...rows] = await rowsOf(`${HUB}/${door}/main/${path}`);
    expect(first).toBe(header);
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map((row) => row.split(',').length))).toEqual(new Set([header.split(',').length]));
  });

  test('every order is of a product that there is', async () => {
    const ids = (rows: string[], at: number) => new Set(rows.slice(1).map((row) => Number(row.split(',')[at])));
    const products = ids(await rowsOf(`${HUB}/raw/main/csv/products.csv`), 0);
    for (const id of ids(await rowsOf(`${HUB}/raw/main/csv/orders.csv`), 3)) expect(products).toContain(id);
  });

  test.each([
    ['https://d37ci6vzurychx.cloudfront.net/misc/taxi_zone_lookup.csv', '265,"N/A","Outside of NYC","N/A"'],
    ['https://d37ci6vzurychx.cloudfront.net/misc/taxi+_zone_lookup.csv', '265,"N/A","Outside of NYC","N/A"'],
    [
      'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/misc/taxi_zone_lookup.csv',
      '265,"Unknown","NA","N/A"',
    ],
  ])('the zones of %s', async (url, last) => {
    const rows = await rowsOf(url);
    expect(rows[0]).toBe('"LocationID","Borough","Zone","service_zone"');
    expect(rows).toHaveLength(266);
    expect(rows[132]).toBe('132,"Queens","JFK Airport","Airports"');
    expect(rows[161]).toBe('161,"Manhattan","Midtown Center","Yellow Zone"');
    expect(rows[74]).toBe('74,"Manhattan","East Harlem North","Boro Zone"');
    expect(rows[265]).toBe(last);
  });
});
