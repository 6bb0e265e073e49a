/** The name of the archive from which an empty database boots; it goes with the version of PGlite that made it, and with what we prepare in it. */
export const SNAPSHOT_NAME = 'postgres-pglite-0.5.16-2.tar.gz';
