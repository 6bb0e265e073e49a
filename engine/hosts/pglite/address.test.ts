/** JDBC addresses as learners write them, and as Postgres' driver reads them. */
import { expect, test } from 'vitest';
import { isEmbedded, parseAddress } from './address.ts';

test.each<[string, ReturnType<typeof parseAddress>]>([
  [
    'jdbc:postgresql://pgdatabase:5432/ny_taxi',
    { host: 'pgdatabase', port: 5432, database: 'ny_taxi', parameters: {} },
  ],
  ['jdbc:postgresql://localhost/ny_taxi', { host: 'localhost', port: 5432, database: 'ny_taxi', parameters: {} }],
  ['  jdbc:postgresql://localhost/x\n', { host: 'localhost', port: 5432, database: 'x', parameters: {} }],
  ['jdbc:postgresql://[::1]:5433/x', { host: '::1', port: 5433, database: 'x', parameters: {} }],
  ['jdbc:postgresql://[2001:db8::7]/x', { host: '2001:db8::7', port: 5432, database: 'x', parameters: {} }],
  ['jdbc:postgresql://satu:5433,dua:5434/x', { host: 'satu', port: 5433, database: 'x', parameters: {} }],
  ['jdbc:postgresql:ny_taxi', { host: 'localhost', port: 5432, database: 'ny_taxi', parameters: {} }],
  ['jdbc:postgresql:/', { host: 'localhost', port: 5432, database: 'postgres', parameters: {} }],
  ['jdbc:postgresql://pgdatabase:5432/', { host: 'pgdatabase', port: 5432, database: 'postgres', parameters: {} }],
  ['jdbc:postgresql://h/data%20saya', { host: 'h', port: 5432, database: 'data saya', parameters: {} }],
  [
    'jdbc:postgresql://h/x?user=root&password=r%26t&sslmode=require&currentSchema=uji',
    {
      host: 'h',
      port: 5432,
      database: 'x',
      parameters: { user: 'root', password: 'r&t', sslmode: 'require', currentSchema: 'uji' },
    },
  ],
  ['jdbc:postgresql://h/?user=ayu', { host: 'h', port: 5432, database: 'ayu', parameters: { user: 'ayu' } }],
])('%s', (url, expected) => expect(parseAddress(url)).toEqual(expected));

test.each([
  ['postgresql://h/x', /bukan alamat JDBC/],
  ['jdbc:mysql://h/x', /bukan alamat JDBC/],
  ['', /bukan alamat JDBC/],
  ['jdbc:postgresql://root:root@pgdatabase:5432/x', /`username` dan `password`/],
])('%s is refused with the way out', (url, explanation) => {
  expect(() => parseAddress(url)).toThrow(expect.objectContaining({ explanation: expect.stringMatching(explanation) }));
});

test.each(['pgdatabase', 'localhost', 'postgres', '127.0.0.1', '[::1]', 'host.docker.internal', 'LOCALHOST'])(
  '%s means the embedded Postgres',
  (host) => expect(isEmbedded(parseAddress(`jdbc:postgresql://${host}:5432/x`))).toBe(true),
);
