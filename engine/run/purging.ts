/** What tasks forget of other executions: all of it, their files, or log lines. */
import type { LogQuery, Purged } from '../plugins/definition.ts';
import { type House, isEntryOver } from './house.ts';
import type { Run } from './runner.ts';

/** Of those that have ended. What of an execution's metrics and log goes with it is counted. */
export async function purge(
  house: House,
  ids: readonly string[],
  what: Record<keyof Purged, boolean>,
): Promise<Purged> {
  const gone: Purged = { executions: 0, logs: 0, files: 0, metrics: 0 };
  for (const id of ids) {
    const entry = house.ledger.get(id);
    if (!entry || !isEntryOver(house, entry)) continue;
    const run = await house.runs.find(id);
    const { namespace, flowId } = entry;
    if (what.metrics) for (const { metrics } of run.state.taskRuns.values()) gone.metrics += metrics.length;
    if (what.logs) gone.logs += what.executions ? run.log.entries.length : await forgetLines(house, run, {});
    const prefix = `kestra:///${namespace.replaceAll('.', '/')}/${flowId}/executions/${id}/`;
    if (what.files) gone.files += await deleteFiles(house, prefix);
    if (what.executions) gone.executions += await house.operations.purge([id]);
  }
  return gone;
}

async function deleteFiles({ host: { storage } }: House, prefix: string): Promise<number> {
  const files = await storage.list(prefix);
  for (const { uri } of files) await storage.delete(uri);
  return files.length;
}

export async function purgeLogs(house: House, ids: readonly string[], which: LogQuery): Promise<number> {
  let count = 0;
  for (const id of ids) count += await forgetLines(house, await house.runs.find(id), which);
  return count;
}

/** The journal keeps that they are forgotten: whoever reads it back does not see them. */
async function forgetLines({ world }: House, run: Run, which: LogQuery): Promise<number> {
  const count = run.log.forget(which);
  if (count > 0) await world.journal.write(run.state.header.id, [{ type: 'forgotten', which }]);
  return count;
}
