/** The statements that empty a database: every schema that is not Postgres' own goes, an empty `public` comes back. Run as the superuser. */

export const RESET = `
DO $reset$
DECLARE
  found text;
BEGIN
  FOR found IN
    SELECT nspname FROM pg_catalog.pg_namespace
    WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
  LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', found);
  END LOOP;
  PERFORM lo_unlink(oid) FROM pg_largeobject_metadata;
  CREATE SCHEMA public AUTHORIZATION pg_database_owner;
  GRANT USAGE ON SCHEMA public TO PUBLIC;
END
$reset$`;
