/** Another id for a task, also where others name it: in `dependsOn`, and as `outputs.ID` and `tasks.ID` inside `{{ }}`. */
import { inspectTemplate } from '../../expression/index.ts';
import { isMap } from '../raw.ts';
import type { Path } from '../source.ts';
import { change, type FlowText } from './print.ts';

/** Nothing where no task has this id, another one has the new id, or it can't be written safely. */
export function renameTask(flow: FlowText, id: string, to: string): FlowText | undefined {
  const changes: { path: Path; value: string }[] = [];
  const ids: string[] = [];
  walk(flow.source.value, [], (value, path) => {
    const key = path.at(-1);
    const isTask = key === 'id' && isTaskPath(path);
    if (isTask) ids.push(value);
    const named = isTask || (path.at(-2) === 'dependsOn' && !path.includes('inputs'));
    const next = named && value === id ? to : inTemplate(value, id, to);
    if (next !== value) changes.push({ path, value: next });
  });
  if (!ids.includes(id) || ids.includes(to)) return undefined;
  return changes.reduce<FlowText | undefined>(
    (text, { path, value }) => text && change(text, { do: 'set', path, value }),
    flow,
  );
}

const NOT_TASKS = ['inputs', 'outputs', 'triggers', 'sla', 'onResume', 'preconditions'];

/** `tasks[0].id`, `tasks[0].then[1].id`, `tasks[0].tasks[0].task.id`: below a list or map that holds tasks. */
const isTaskPath = (path: Path): boolean =>
  path.length > 2 && !NOT_TASKS.includes(String(path[0])) && !path.some((step) => step === 'onResume');

function walk(value: unknown, path: Path, visit: (text: string, path: Path) => void): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index], visit);
  else if (isMap(value)) for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit);
}

function inTemplate(text: string, id: string, to: string): string {
  if (!/\{[{%]/.test(text)) return text;
  const lines = text.split('\n');
  const places = inspectTemplate(text)
    .references.filter(({ path }) => (path[0] === 'outputs' || path[0] === 'tasks') && path[1] === id)
    .map(({ line, column }) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1);
  let result = text;
  for (const at of [...new Set(places)].sort((a, b) => b - a)) {
    const found = /^(\w+\s*(?:\.\s*|\[\s*(['"])))([\w-]+)/.exec(result.slice(at));
    if (found?.[1] === undefined || found[3] !== id) continue;
    const start = at + found[1].length;
    const isName = found[2] !== undefined || /^[a-zA-Z_]\w*$/.test(to);
    result = isName
      ? result.slice(0, start) + to + result.slice(start + id.length)
      : `${result.slice(0, at)}${/^\w+/.exec(found[0])?.[0]}['${to}']${result.slice(start + id.length)}`;
  }
  return result;
}
