/** A database from before there was a learner: what stood in it is the learner's now. */
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { becomeLearner } from './learner.ts';

test('what the superuser had made is handed over, and can be changed and dropped', async () => {
  const pg = await PGlite.create();
  await pg.exec(`CREATE SCHEMA toko; CREATE TYPE toko.rasa AS ENUM ('manis'); CREATE TYPE toko.pasang AS (a int, b text);
    CREATE DOMAIN toko.positif AS int CHECK (value > 0); CREATE TABLE toko.t (id serial PRIMARY KEY, r toko.rasa);
    CREATE SEQUENCE toko.s; CREATE VIEW toko.v AS SELECT * FROM toko.t; CREATE MATERIALIZED VIEW toko.m AS SELECT 1 AS n;
    CREATE FUNCTION toko.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE umum (n int);
    CREATE AGGREGATE toko.jumlah (int) (SFUNC = int4pl, STYPE = int)`);
  const { asOwner } = await becomeLearner(pg);
  await pg.exec(`INSERT INTO toko.t (r) VALUES ('manis'); ALTER TABLE toko.t ADD COLUMN z int; ALTER TYPE toko.rasa ADD VALUE 'asin';
    ALTER DOMAIN toko.positif DROP CONSTRAINT positif_check; REFRESH MATERIALIZED VIEW toko.m; ALTER SEQUENCE toko.s RESTART;
    DROP TYPE toko.pasang; DROP VIEW toko.v; DROP FUNCTION toko.f; DROP AGGREGATE toko.jumlah (int); DROP TABLE umum; DROP SCHEMA toko CASCADE`);
  await expect(pg.exec('SELECT pg_read_file($$PG_VERSION$$)')).rejects.toThrow('permission denied');
  await asOwner(() => pg.exec('SELECT pg_read_file($$PG_VERSION$$)'));
  await expect(pg.exec('RESET ROLE')).rejects.toThrow('cannot set parameter "role"');
  await pg.close();
}, 60_000);
