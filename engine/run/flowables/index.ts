/** The flowable types by their name. A type that is not here is work for a plugin's `run`. */
import type { Flowable } from '../flowable.ts';
import { dag } from './dag.ts';
import { forEach } from './forEach.ts';
import { forEachItem } from './forEachItem.ts';
import { ifElse } from './if.ts';
import { loopUntil } from './loopUntil.ts';
import { parallel } from './parallel.ts';
import { pause } from './pause.ts';
import { allowFailure, sequential } from './sequential.ts';
import { switchCase } from './switch.ts';
import { workingDirectory } from './workingDirectory.ts';

const FLOWABLES: Record<string, Flowable> = {
  Sequential: sequential,
  WorkingDirectory: workingDirectory,
  AllowFailure: allowFailure,
  If: ifElse,
  Switch: switchCase,
  Parallel: parallel,
  Dag: dag,
  ForEach: forEach((task) => task.properties.concurrencyLimit ?? 1),
  ForEachItem: forEachItem,
  LoopUntil: loopUntil,
  Pause: pause,
  EachSequential: forEach(() => 1),
  EachParallel: forEach((task) => task.properties.concurrent ?? 0, true),
};

const PREFIX = 'io.kestra.plugin.core.flow.';

export function flowableOf(type: string): Flowable | undefined {
  return type.startsWith(PREFIX) && Object.hasOwn(FLOWABLES, type.slice(PREFIX.length))
    ? FLOWABLES[type.slice(PREFIX.length)]
    : undefined;
}
