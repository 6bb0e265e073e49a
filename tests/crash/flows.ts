/**
 * The flows that are killed. A task that leaves a mark asks `envs.tanda` for its own id, so that what ran, and how often, can be counted
 * from outside; the flow under test is `utama`, what it calls stands in `deployed/`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Engine, Execution } from '#engine/index.ts';

export const FOLDER = fileURLToPath(new URL('./flows/', import.meta.url));
export const DEPLOYED = `${FOLDER}deployed`;

const named = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''))
    .sort();

export const flowNames: readonly string[] = named(FOLDER);
/** They need a Postgres, a DuckDB, a shell or a Python. */
export const isReal = (name: string): boolean => name.startsWith('real-');

export const flowText = (name: string): string => readFileSync(`${FOLDER}${name}.yaml`, 'utf8');
export const deployedTexts = (): string[] => named(DEPLOYED).map((name) => flowText(`deployed/${name}`));

/** Until every execution has ended; a Pause is answered with yes. */
export async function finish(engine: Engine): Promise<Execution[]> {
  for (;;) {
    const { results } = await engine.executions({ limit: 1_000 });
    const ended = await Promise.all(results.map(({ id }) => engine.wait(id)));
    const paused = ended.filter(({ state }) => state.current === 'PAUSED');
    for (const { id } of paused) await engine.resume(id, { setuju: 'true' });
    const { total } = await engine.executions({ limit: 1 });
    if (paused.length === 0 && total === ended.length) return ended;
  }
}

/** What has to be the same, killed or not: states, outputs, labels. A try that was cut off is made again, so tries are not counted. */
export const told = (executions: readonly Execution[]): string[] =>
  executions
    .map(({ flowId, state, taskRunList, outputs, labels }) =>
      [
        `${flowId} ${state.current} ${JSON.stringify(outputs ?? null)}`,
        labels.map(({ key }) => key).join(' '),
        ...taskRunList.map(({ taskId, value, state: at }) => `${taskId} ${value ?? ''} ${at.current}`).sort(),
      ].join('\n'),
    )
    .sort();
