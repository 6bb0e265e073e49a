/**
 * Who a flow's SQL runs as. A standalone Postgres knows one user, its superuser, and whoever only took another role on (`SET ROLE`) can
 * put it down again. So the server's own switch is used, that of functions which run as their definer: while it is on no statement,
 * dynamic or not, turns it off or changes into another role.
 *
 * The learner owns the database and all in it, makes roles and databases, reads no file of the server and starts no program there.
 */
import type { PGlite } from '@electric-sql/pglite';
import { CREATE_LEARNER, HAND_OVER, SAFELY, SUPERUSER } from './learnerSql.ts';

/** SECURITY_LOCAL_USERID_CHANGE of Postgres' miscadmin.h. */
const NO_WAY_BACK = 1;

/** What the server offers its extensions. */
interface UserSwitch {
  _SetUserIdAndSecContext?(user: number, context: number): void;
}

export interface Learner {
  /** Runs what is ours as the superuser; outside of a transaction only, as one that fails brings back who began it. */
  asOwner<T>(work: () => Promise<T>): Promise<T>;
}

const FIND = `SELECT oid::int FROM pg_catalog.pg_roles WHERE rolname = 'postgres' AND oid <> ${SUPERUSER}`;

/** From now on all SQL runs as the learner. The role is made where it is not there yet. */
export async function becomeLearner(pg: PGlite): Promise<Learner> {
  const server: PGlite['Module'] & UserSwitch = pg.Module;
  const switchTo = server._SetUserIdAndSecContext;
  if (!switchTo) throw new Error('This PGlite has no SetUserIdAndSecContext');
  const learner = (await find(pg)) ?? (await make(pg));
  switchTo(learner, NO_WAY_BACK);
  return {
    async asOwner(work) {
      switchTo(SUPERUSER, 0);
      try {
        return await work();
      } finally {
        switchTo(learner, NO_WAY_BACK);
      }
    },
  };
}

async function find(pg: PGlite): Promise<number | undefined> {
  const [row] = (await pg.query<{ oid: number | string }>(FIND)).rows;
  return row && Number(row.oid);
}

async function make(pg: PGlite): Promise<number> {
  await pg.exec(`BEGIN; ${SAFELY} ${CREATE_LEARNER} ${HAND_OVER} COMMIT; RESET search_path`);
  const made = await find(pg);
  if (made === undefined) throw new Error('The role postgres could not be made');
  return made;
}
