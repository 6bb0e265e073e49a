/** Which tasks there are, and whether the output of one can be there when another runs. */
import { findPlugin } from '../plugins/registry.ts';
import { type Placed, pathText } from './reader.ts';
import type { Path } from './source.ts';

/**
 * Why an output is not there. `certain`: whoever runs this fails. Otherwise it hangs on chance (who of two is faster) or on a turn
 * before (in a loop).
 */
export interface Missing {
  why: 'later' | 'other branch' | 'side by side' | 'not depended on' | 'own' | 'disabled';
  certain: boolean;
  /** Both stand in the same list, this one first: where it is, and where the other one is. */
  swap?: { from: Path; to: Path };
}

export interface Reach {
  /** Of a task that a ForEachItem makes of itself (`ID_merge`): the ForEachItem. */
  find(id: string): Placed | undefined;
  ids(): Iterable<string>;
  /** Whether the outputs of this task stand under the values of a loop. */
  isLooped(task: Placed): boolean;
  /** It, or what it stands in, never runs. */
  isDisabled(at: Path): boolean;
  /** Why the output of this task can't be there for what stands at the path; nothing where it can. */
  missing(at: Path, task: Placed): Missing | undefined;
}

const SIDE_BY_SIDE = /\.Parallel$/;
const DAG = /\.Dag$/;
const LOOP = /\.(LoopUntil|ForEach|EachSequential|EachParallel)$/;
/** What is said of the order of its tasks is not known. */
const UNORDERED = /\.(EachParallel|ForEachItem)$/;
const EXCLUSIVE = /\.(If|Switch)$/;
/** They look at their own properties before any of their tasks runs. */
const LOOKS_FIRST = /\.(If|Switch|ForEach|EachSequential|EachParallel|Parallel|WorkingDirectory)$/;
/** Of a flow, and of a task that holds others: what comes after what. `then`, `else` and cases count as `tasks`. */
const PARTS = ['tasks', 'errors', 'finally', 'afterExecution'];

/** One step down: the list, and the place in it. */
interface Step {
  key: string;
  index: number;
  placed: Placed;
}

export function reachOf(placed: readonly Placed[]): Reach {
  const byId = new Map(placed.map((one) => [one.id, one]));
  const byPath = new Map(placed.map((one) => [pathText(one.path), one]));

  /** The tasks around the path, from the outermost to its own. */
  function chain(path: Path): Step[] {
    const steps: Step[] = [];
    let from = 0;
    for (let end = 1; end <= path.length; end++) {
      const found = byPath.get(pathText(path.slice(0, end)));
      if (!found) continue;
      const way = path.slice(from, end);
      const index = way.findIndex((step) => typeof step === 'number');
      steps.push({ key: way.slice(0, Math.max(index, 1)).join('.'), index: Number(way[index] ?? 0), placed: found });
      from = end;
    }
    return steps;
  }

  /** The three tasks that a ForEachItem makes of itself. */
  function parted(id: string): Placed | undefined {
    const whole = byId.get(id.replace(/_(split|items|merge)$/, ''));
    return whole?.type.endsWith('.ForEachItem') ? whole : undefined;
  }

  const isLoop = ({ placed: { type } }: Step): boolean => LOOP.test(type);

  function missing(at: Path, task: Placed): Missing | undefined {
    if (task.task?.disabled) return { why: 'disabled', certain: true };
    const [mine, theirs] = [chain(at), chain(task.path)];
    let apart = 0;
    while (mine[apart] && mine[apart]?.placed === theirs[apart]?.placed) apart++;
    const inLoop = mine.slice(0, apart).some(isLoop);
    const [a, b] = [mine[apart], theirs[apart]];
    const above = mine[apart - 1];
    if (!b) {
      // What stands inside of a task may see it open; a LoopUntil counts its turns in its own output.
      if (a || above?.placed !== task || above.placed.type.endsWith('.LoopUntil')) return undefined;
      return { why: 'own', certain: !inLoop };
    }
    if (!a) return above ? ofItsOwn(above, b, at, inLoop) : undefined;
    return a.key === b.key
      ? inOneList(a, b, above, mine.length === apart + 1, inLoop)
      : inTwoLists(a, b, above, inLoop);
  }

  /** A task that holds others uses an output of one of them. */
  function ofItsOwn(above: Step, b: Step, at: Path, inLoop: boolean): Missing | undefined {
    if (PARTS.indexOf(b.key) > 0 || at.at(-1) === 'runIf' || !LOOKS_FIRST.test(above.placed.type)) return undefined;
    return { why: 'later', certain: !inLoop };
  }

  function inOneList(
    a: Step,
    b: Step,
    above: Step | undefined,
    isDirect: boolean,
    inLoop: boolean,
  ): Missing | undefined {
    const type = above && PARTS.indexOf(a.key) <= 0 ? above.placed.type : '';
    if (UNORDERED.test(type)) return undefined;
    if (DAG.test(type)) return inDag(a.placed, b.placed, isDirect, inLoop);
    if (SIDE_BY_SIDE.test(type)) {
      const concurrent = Number(above?.placed.task?.properties.concurrent ?? 0);
      if (concurrent === 1) return b.index > a.index ? { why: 'side by side', certain: !inLoop } : undefined;
      const startsAtOnce = concurrent === 0 || a.index < concurrent;
      return { why: 'side by side', certain: startsAtOnce && isDirect && !inLoop };
    }
    if (b.index < a.index) return undefined;
    // In a loop another turn may have brought it: not in the first one, which every direct part of the loop goes through.
    const certain = !inLoop || (above !== undefined && isLoop(above) && isDirect && a.placed.task?.runIf === undefined);
    return { why: 'later', certain, swap: { from: b.placed.path, to: a.placed.path } };
  }

  function inDag(a: Placed, b: Placed, isDirect: boolean, inLoop: boolean): Missing | undefined {
    if (dependsOn(a, b.id)) return undefined;
    const startsAtOnce = (a.task?.dependsOn ?? []).length === 0 || dependsOn(b, a.id);
    return { why: 'not depended on', certain: startsAtOnce && isDirect && !inLoop };
  }

  function dependsOn(task: Placed, id: string): boolean {
    const seen = new Set<string>();
    const open = [...(task.task?.dependsOn ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === id) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(byId.get(next)?.task?.dependsOn ?? []));
    }
    return false;
  }

  function inTwoLists(a: Step, b: Step, above: Step | undefined, inLoop: boolean): Missing | undefined {
    const [part, otherPart] = [Math.max(PARTS.indexOf(a.key), 0), Math.max(PARTS.indexOf(b.key), 0)];
    if (otherPart > part) return { why: 'later', certain: !inLoop };
    const isExclusive = part === 0 && otherPart === 0 && above !== undefined && EXCLUSIVE.test(above.placed.type);
    return isExclusive ? { why: 'other branch', certain: !inLoop } : undefined;
  }

  return {
    find: (id) => byId.get(id) ?? parted(id),
    ids: () => byId.keys(),
    isLooped: (task) => chain(task.path).slice(0, -1).some(isLoop),
    isDisabled: (at) => chain(at).some(({ placed }) => placed.task?.disabled === true),
    missing,
  };
}

/** The names of what a task gives; nothing where that is not known. */
export function outputsOf({ type }: Placed): readonly string[] | undefined {
  const definition = findPlugin(type);
  if (!definition || (definition.kind !== 'runnable' && definition.kind !== 'flowable')) return undefined;
  return definition.outputs && Object.keys(definition.outputs.shape);
}
