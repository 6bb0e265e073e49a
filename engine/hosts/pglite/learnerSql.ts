/** The statements that make the learner's role, run as the superuser. */
export const SUPERUSER = 10;

/** Names that a learner may have laid in the way count for nothing. */
export const SAFELY = 'SET search_path = pg_catalog, pg_temp;';

/** `postgres`, as in the course's addresses; the superuser gives that name up. */
export const CREATE_LEARNER = `
UPDATE pg_authid SET rolname = 'alur' WHERE oid = ${SUPERUSER} AND rolname = 'postgres';
CREATE ROLE postgres LOGIN CREATEDB CREATEROLE BYPASSRLS;
GRANT pg_read_all_settings, pg_read_all_stats, pg_stat_scan_tables, pg_maintain, pg_checkpoint TO postgres;
GRANT SET ON PARAMETER session_replication_role, log_statement, log_min_duration_statement, track_functions, lc_messages TO postgres;
REVOKE EXECUTE ON FUNCTION pg_terminate_backend(integer, bigint), pg_cancel_backend(integer) FROM PUBLIC;
ALTER DATABASE postgres OWNER TO postgres;
`;

/** What stood in a database before it had a learner was the superuser's. `16384`: the first number of what users make. */
export const HAND_OVER = `
DO $hand_over$
DECLARE
  command text;
BEGIN
  FOR command IN
    SELECT format('SCHEMA %I', nspname) FROM pg_namespace
    WHERE oid >= 16384 AND nspowner = ${SUPERUSER} AND nspname NOT LIKE 'pg\\_%'
    UNION ALL
    SELECT format('%s %s', CASE relkind WHEN 'c' THEN 'TYPE' ELSE 'TABLE' END, oid::regclass) FROM pg_class AS class
    WHERE oid >= 16384 AND relowner = ${SUPERUSER} AND relkind IN ('r', 'p', 'v', 'm', 'S', 'c') AND relpersistence <> 't'
      -- A sequence of a column goes with its table.
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = class.oid AND relkind = 'S' AND deptype IN ('a', 'i'))
    UNION ALL
    SELECT format('%s %s', CASE prokind WHEN 'a' THEN 'AGGREGATE' ELSE 'ROUTINE' END, oid::regprocedure) FROM pg_proc
    WHERE oid >= 16384 AND proowner = ${SUPERUSER}
    UNION ALL
    SELECT format('%s %s', CASE typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, oid::regtype) FROM pg_type
    WHERE oid >= 16384 AND typowner = ${SUPERUSER} AND typtype IN ('d', 'e', 'r')
  LOOP
    EXECUTE format('ALTER %s OWNER TO postgres', command);
  END LOOP;
END
$hand_over$;
`;
