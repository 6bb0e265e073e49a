/** What a flowable does itself before its first child and after its last: WorkingDirectory's files. */
import { findPlugin } from '../plugins/registry.ts';
import { variablesOf } from './context.ts';
import { renderProperties } from './properties.ts';
import type { Run } from './runner.ts';
import { openFolder, saveFolder } from './sharedFolder.ts';
import { contextFor } from './taskContext.ts';
import { rendererOf, type World } from './world.ts';

/** True after `before`, the task run's outputs after `after`. */
export async function workAround(id: string, part: 'before' | 'after', run: Run, world: World): Promise<unknown> {
  const taskRun = run.state.taskRuns.get(id);
  const definition = taskRun && findPlugin(taskRun.task.type);
  if (!taskRun || definition?.kind !== 'flowable' || !definition.around) return undefined;
  const { task } = taskRun;
  const execution = run.state.header.id;
  const stop = world.aborts.open(execution, id);
  try {
    const renderer = rendererOf(run, world);
    const variables = variablesOf(run.state, taskRun, world.ports);
    const properties = await renderProperties(definition.schema, task.properties, (template) =>
      renderer.text(template, variables),
    );
    const around = await definition.around();
    const begin = async () => undefined;
    const work = { task, id, run, world, stop, renderer, variables, metrics: [], begin };
    const { storage } = world.ports;
    await openFolder(taskRun, execution, storage);
    if (part === 'after') return await around.after(properties, contextFor(work));
    await around.before(properties, contextFor(work));
    await saveFolder(taskRun, execution, storage);
    return true;
  } finally {
    world.aborts.close(execution, id, stop);
  }
}
