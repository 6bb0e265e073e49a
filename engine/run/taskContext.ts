/** What a plugin gets to work with. */
import type { LogLevel, Metric, Task } from '../door.ts';
import { placeInProperty } from '../flow/index.ts';
import type { EngineCalls, Logger, TaskContext } from '../plugins/definition.ts';
import { findPlugin } from '../plugins/registry.ts';
import type { Ports } from '../ports/Host.ts';
import { loaded } from './loaded.ts';
import { isLogged } from './log.ts';
import { renderDeep, renderProperties } from './properties.ts';
import type { Renderer } from './render.ts';
import type { Run } from './runner.ts';
import { say } from './say.ts';
import { filesIn, folderOwner } from './sharedFolder.ts';
import type { Stop } from './stop.ts';
import type { World } from './world.ts';

export interface Work {
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

export const contextFor = (work: Work): TaskContext => new WorkContext(work);

/**
 * Functions are fields, as plugins take some out of it (`const { render } = context`); what is seldom asked for is made when it is.
 * A class for the same reason as a `Run` is one.
 */
class WorkContext implements TaskContext {
  readonly #work: Work;
  #calls: EngineCalls | undefined;
  readonly log: Logger;
  readonly ports: Ports;
  readonly execution: TaskContext['execution'];
  readonly task: TaskContext['task'];
  readonly taskRun: TaskContext['taskRun'];
  readonly begin: () => Promise<void>;

  constructor(work: Work) {
    const { task, id, run, world, begin } = work;
    const { id: execution, namespace, flowId, revision } = run.state.header;
    this.#work = work;
    this.log = loggerFor(work);
    this.ports = world.ports;
    this.execution = { id: execution, namespace, flowId, revision };
    this.task = { id: task.id, type: task.type, allowFailure: task.allowFailure, allowWarning: task.allowWarning };
    this.taskRun = { id, attempt: Math.max(0, (run.state.taskRuns.get(id)?.attempts.length ?? 1) - 1) };
    this.begin = begin;
  }

  get signal(): AbortSignal {
    return this.#work.stop.signal;
  }

  get workingDirectory(): Map<string, Uint8Array> | undefined {
    return filesIn(folderOwner(this.#work.run.state.taskRuns.get(this.#work.id)));
  }

  get executionPrefix(): string {
    const { id, namespace, flowId } = this.execution;
    return `kestra:///${namespace.replaceAll('.', '/')}/${flowId}/executions/${id}/`;
  }

  get storagePrefix(): string {
    return `${this.executionPrefix}tasks/${this.task.id.replaceAll('_', '-')}/${this.taskRun.id}/`;
  }

  get engine(): EngineCalls {
    this.#calls ??= this.#work.world.calls(this.#work.run, this.#work.id);
    return this.#calls;
  }

  readonly render: TaskContext['render'] = (template, extra) =>
    this.#work.renderer.text(template, this.#variables(extra));

  readonly renderTyped: TaskContext['renderTyped'] = (value, extra) =>
    renderDeep(value, (template) => this.#work.renderer.typed(template, this.#variables(extra)));

  readonly renderEach: TaskContext['renderEach'] = (value, extra) =>
    renderDeep(value, (template) => this.#work.renderer.text(template, this.#variables(extra)));

  readonly place: TaskContext['place'] = (property, rendered, offset) =>
    placeInProperty(this.#work.run.state.flow.source, this.#work.task.at, property, rendered, offset);

  readonly metric = (metric: Metric): void => void this.#work.metrics.push(metric);

  readonly progress: TaskContext['progress'] = (what, done, total) =>
    this.#work.run.tell({
      type: 'progress',
      taskRunId: this.#work.id,
      what,
      done,
      ...(total !== undefined && { total }),
    });

  readonly setLabels = (labels: Record<string, string>): void => void this.#work.run.feed({ type: 'labels', labels });

  readonly definitionOf = findPlugin;

  readonly runOther: TaskContext['runOther'] = async (definition, written) => {
    const properties = await renderProperties(definition.schema, written, (template) => this.render(template));
    return (await loaded(definition))(properties as never, this);
  };

  #variables(extra: Record<string, unknown> | undefined): Record<string, unknown> {
    const { variables } = this.#work;
    return extra ? { ...variables, ...extra } : variables;
  }
}

function loggerFor({ task, run, world, id }: Work): Logger {
  const speaker = task.type.endsWith('$ForEachItemExecutable') ? 'executor' : 'worker';
  const at = (level: LogLevel) => (message: string) => {
    if (isLogged(level, task.logLevel)) say(run, world, level, message, id, undefined, undefined, speaker);
  };
  return { trace: at('TRACE'), debug: at('DEBUG'), info: at('INFO'), warn: at('WARN'), error: at('ERROR') };
}
