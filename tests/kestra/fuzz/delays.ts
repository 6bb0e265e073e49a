/** The same flow with its branches made slower or faster: each child of a Parallel waits a random while before it does its work. */
import { parse, stringify } from 'yaml';

type Yaml = Record<string, unknown>;

/** The same `seed` gives the same waits; only these differ from seed to seed. */
export function withDelays(yaml: string, seed: number): string {
  let state = (seed * 2654435761 + 1) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };

  function slowed(task: Yaml): Yaml {
    const { id, disabled } = task;
    const wait = {
      id: `${id}-jeda`,
      type: 'io.kestra.plugin.core.flow.Sleep',
      duration: `PT${Math.floor(next() * 100)}S`,
      logLevel: 'ERROR',
    };
    return { id: `${id}-lambat`, type: 'io.kestra.plugin.core.flow.Sequential', disabled, tasks: [wait, task] };
  }

  function changed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    const task = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(item)])) as Yaml;
    if (!/\.Parallel$/.test(String(task.type)) || task.concurrent === 1) return task;
    return { ...task, tasks: (task.tasks as Yaml[]).map(slowed) };
  }

  const documents = yaml.split(/^---\n/m);
  const last = stringify(changed(parse(documents.at(-1) ?? '')), { lineWidth: 0, aliasDuplicateObjects: false });
  return [...documents.slice(0, -1), last].join('---\n');
}
