/** Which tasks there are, and whether the output of one can be there when another runs. */
import type { Flow, Task } from '../door.ts';
import { pathText } from './reader.ts';
import type { Path } from './source.ts';

export interface Reach {
  has(id: string): boolean;
  ids(): Iterable<string>;
  /** The task at the path runs before the other one can have: it stands further down, in a part that comes later, or in another branch. */
  tooEarly(at: Path, id: string): 'later' | 'other branch' | undefined;
}

/** Its tasks run side by side, or more than once: nothing can be said about their order. */
const UNORDERED = /\.(Parallel|EachParallel|Dag|LoopUntil|ForEach|EachSequential)$/;
/** Of a flow, and of a task that holds others: what comes after what. */
const PARTS = ['tasks', 'errors', 'finally', 'afterExecution'];
const EXCLUSIVE = /\.(If|Switch)$/;

export function reachOf(flow: Flow): Reach {
  const paths = new Map<string, string>();
  const open = new Set<string>();
  const exclusive = new Set<string>();
  const walk = (tasks: readonly Task[], path: string, isOpen: boolean): void => {
    if (isOpen) open.add(path);
    for (const [index, { id, type, branches }] of tasks.entries()) {
      const own = `${path}[${index}]`;
      paths.set(id, own);
      if (EXCLUSIVE.test(type) && !isOpen) exclusive.add(own).add(`${own}.cases`);
      for (const [key, branch] of Object.entries(branches))
        walk(branch, `${own}.${key}`, isOpen || UNORDERED.test(type));
    }
  };
  for (const [part, tasks] of Object.entries({
    tasks: flow.tasks,
    errors: flow.errors,
    finally: flow.finally,
    afterExecution: flow.afterExecution,
  }))
    walk(tasks, part, false);

  return {
    has: (id) => paths.has(id),
    ids: () => paths.keys(),
    tooEarly(at, id) {
      const [mine, theirs] = [steps(pathText(at)), steps(paths.get(id) ?? '')];
      const apart = mine.findIndex((step, index) => step !== theirs[index]);
      const [a, b] = [mine[apart], theirs[apart]];
      if (a === undefined || b === undefined) return undefined;
      const above = mine.slice(0, apart).join('');
      const [first, second] = [numberOf(a), numberOf(b)];
      if (first !== undefined && second !== undefined) return second > first && !open.has(above) ? 'later' : undefined;
      const [part, otherPart] = [partOf(a), partOf(b)];
      if (otherPart > Math.max(part, 0)) return 'later';
      return part < 0 && otherPart < 0 && exclusive.has(above) ? 'other branch' : undefined;
    },
  };
}

/** `tasks[0].then[1]` in pieces that together are the path again: `tasks`, `[0]`, `.then`, `[1]`. */
const steps = (path: string): string[] => path.match(/\[\d+\]|\.?[^.[\]]+/g) ?? [];
const numberOf = (step: string): number | undefined => (step.startsWith('[') ? Number(step.slice(1, -1)) : undefined);
/** `then`, `else` and cases stand where `tasks` does, as -1. */
const partOf = (step: string): number => PARTS.indexOf(step.replace('.', ''));
