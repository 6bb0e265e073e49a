/**
 * One flow to compare with: a YAML file whose last document is run, and whose earlier ones are saved before it (subflows). Comment lines
 * at its head say what is given: `# inputs: {"a": 1}`, `# labels: {"a": "b"}`; each `# inputs:` line is one run more.
 */
import { parseDocument } from 'yaml';

export interface FlowCase {
  before: string[];
  yaml: string;
  given: { inputs: Record<string, unknown>; labels: Record<string, string> }[];
  concurrent: ReadonlySet<string>;
}

export function readCase(text: string): FlowCase {
  const documents = text.split(/^---\n/m);
  const yaml = documents.at(-1) ?? '';
  const labels = Object.assign({}, ...headLines(text, 'labels'));
  const inputs = headLines(text, 'inputs');
  return {
    before: documents.slice(0, -1),
    yaml,
    given: (inputs.length > 0 ? inputs : [{}]).map((one) => ({ inputs: one, labels })),
    concurrent: concurrentTasks(yaml),
  };
}

const headLines = (text: string, name: string): Record<string, unknown>[] =>
  [...text.matchAll(new RegExp(`^# ${name}: (.*)$`, 'gm'))].map(([, json = '{}']) => JSON.parse(json));

/** Ids of the tasks whose children run side by side; a ForEach's do where its limit is not 1. */
export function concurrentTasks(yaml: string): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) look(item);
    else if (typeof value === 'object' && value !== null) {
      const { id, type, concurrencyLimit = 1 } = value as Record<string, unknown>;
      const loop = /\.ForEach$/.test(String(type)) && concurrencyLimit !== 1;
      if (loop || /\.(Parallel|Dag|EachParallel)$/.test(String(type))) found.add(String(id));
      for (const item of Object.values(value)) look(item);
    }
  };
  look(parseDocument(yaml, { uniqueKeys: false }).toJS());
  return found;
}
