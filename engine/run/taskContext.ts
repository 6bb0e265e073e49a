/** What a plugin gets to work with. */
import type { LogLevel, Metric, Task } from '../door.ts';
import { placeInProperty } from '../flow/index.ts';
import type { Logger, TaskContext } from '../plugins/definition.ts';
import { findPlugin } from '../plugins/registry.ts';
import { loaded } from './loaded.ts';
import { isLogged } from './log.ts';
import { renderDeep, renderProperties } from './properties.ts';
import type { Renderer } from './render.ts';
import type { Run } from './runner.ts';
import { say } from './say.ts';
import { filesIn, folderOwner } from './sharedFolder.ts';
import type { Stop } from './stop.ts';
import type { World } from './world.ts';

interface Work {
  task: Task;
  id: string;
  run: Run;
  world: World;
  stop: Stop;
  renderer: Renderer;
  variables: Record<string, unknown>;
  metrics: Metric[];
  begin: () => Promise<void>;
}

export function contextFor(given: Work): TaskContext {
  const { task, id, run, world, stop, renderer, variables, metrics, begin } = given;
  const { header, taskRuns } = run.state;
  const executionPrefix = `kestra:///${header.namespace.replaceAll('.', '/')}/${header.flowId}/executions/${header.id}/`;
  const withExtra = (extra?: Record<string, unknown>) => (extra ? { ...variables, ...extra } : variables);
  const speaker = task.type.endsWith('$ForEachItemExecutable') ? 'executor' : 'worker';
  const context: TaskContext = {
    get signal() {
      return stop.signal;
    },
    log: loggerFor(task, (level, message) => say(run, world, level, message, id, undefined, undefined, speaker)),
    ports: world.ports,
    execution: { id: header.id, namespace: header.namespace, flowId: header.flowId, revision: header.revision },
    task: { id: task.id, type: task.type },
    taskRun: { id, attempt: Math.max(0, (taskRuns.get(id)?.attempts.length ?? 1) - 1) },
    render: (template, extra) => renderer.text(template, withExtra(extra)),
    renderTyped: (value, extra) => renderDeep(value, (template) => renderer.typed(template, withExtra(extra))),
    renderEach: (value, extra) => renderDeep(value, (template) => renderer.text(template, withExtra(extra))),
    place: (property, rendered, offset) => placeInProperty(run.state.flow.source, task.at, property, rendered, offset),
    metric: (metric) => metrics.push(metric),
    progress: (what, done, total) =>
      run.tell({ type: 'progress', taskRunId: id, what, done, ...(total !== undefined && { total }) }),
    storagePrefix: `${executionPrefix}tasks/${task.id.replaceAll('_', '-')}/${id}/`,
    executionPrefix,
    get workingDirectory() {
      return filesIn(folderOwner(taskRuns.get(id)));
    },
    begin,
    setLabels: (labels) => void run.feed({ type: 'labels', labels }),
    engine: world.calls(run, id),
    definitionOf: findPlugin,
    async runOther(definition, written) {
      const properties = await renderProperties(definition.schema, written, (template) =>
        renderer.text(template, variables),
      );
      return (await loaded(definition))(properties as never, context);
    },
  };
  return context;
}

function loggerFor(task: Task, write: (level: LogLevel, message: string) => void): Logger {
  const at = (level: LogLevel) => (message: string) => {
    if (isLogged(level, task.logLevel)) write(level, message);
  };
  return { trace: at('TRACE'), debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
}
