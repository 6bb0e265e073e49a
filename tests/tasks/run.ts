/** Runs tasks as a flow on the memory host; what came of it, by task id. Expected values in these tests are what a Kestra 1.1.15 answered. */
import { createMemoryHost, type MemoryHostOptions } from '#engine/hosts/memory/index.ts';
import { createEngine, type LogEntry } from '#engine/index.ts';

export interface Ran {
  state: string;
  /** The outputs of the last run of each task. */
  outputs: Record<string, Record<string, unknown> | null>;
  states: Record<string, string>;
  logs: LogEntry[];
  /** Errors and warnings with our explanation, a line each. */
  said: string;
}

export const P = 'io.kestra.plugin.core';

export interface Settings {
  host?: MemoryHostOptions;
  namespace?: string;
  /** More of the flow than its tasks. */
  more?: string;
}

export async function runTasks(
  tasks: string,
  { host = {}, namespace = 'uji', more = '' }: Settings = {},
): Promise<Ran> {
  const engine = createEngine(createMemoryHost(host));
  try {
    const indented = tasks.trim().replace(/^/gm, '  ');
    const flow = `id: uji\nnamespace: ${namespace}\n${more}tasks:\n${indented}\n`;
    const { id } = await engine.start(await engine.deploy(flow));
    const execution = await engine.wait(id);
    const logs = await engine.logs(id);
    const bad = logs.filter(({ level }) => level === 'ERROR' || level === 'WARN');
    return {
      state: execution.state.current,
      outputs: Object.fromEntries(execution.taskRunList.map(({ taskId, outputs }) => [taskId, outputs])),
      states: Object.fromEntries(execution.taskRunList.map(({ taskId, state }) => [taskId, state.current])),
      logs,
      said: bad.map(({ message, explanation = '' }) => `${message}\n${explanation}`).join('\n'),
    };
  } finally {
    await engine.close();
  }
}

/** `- id: w …`: a file with this content. */
export const write = (id: string, content: string, extension = '.txt'): string =>
  `- id: ${id}\n  type: ${P}.storage.Write\n  content: ${JSON.stringify(content)}\n  extension: ${extension}\n`;

/** A task of the core in one line of properties. */
export const task = (id: string, type: string, properties: Record<string, unknown> = {}): string =>
  `- ${JSON.stringify({ id, type: `${P}.${type}`, ...properties })}\n`;

/** The outcome of an expression, as the output of a task `r`. */
export const result = (template: string): string => task('r', 'debug.Return', { format: template });
