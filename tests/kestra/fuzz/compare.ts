/** One random flow on both sides. */
import { readCase } from '../case.ts';
import { playOurs, playTheirs } from '../play.ts';
import type { Reference } from '../reference.ts';
import { alignedWith } from '../story.ts';
import { printFlow } from './print.ts';
import type { FlowShape } from './shape.ts';

export type Verdict =
  | { kind: 'same' }
  /** A Kestra never ended it: nothing to compare with. */
  | { kind: 'endless' }
  | { kind: 'differs'; yaml: string; ours: string; theirs: string };

/** So long a flow of instants may stand still, in ms, where many share two cores. */
const PATIENCE = 15_000;

/** A Kestra may lose, of its own lines, the one that tells of a new execution. */
const told = (story: string): string => story.replaceAll(/^ *INFO(#\d+)? Created new execution .*\n/gm, '');

/** A difference counts when it shows twice: the reference may lose a line of its log on a busy machine. */
export async function compared(kestra: Reference, shape: FlowShape, id: string): Promise<Verdict> {
  const yaml = printFlow(shape, id, 'uji.acak');
  const flow = readCase(yaml);
  const ours = await playOurs(flow);
  let theirs = '';
  for (let tries = 0; tries < 2; tries++) {
    theirs = await playTheirs(kestra, flow, PATIENCE);
    if (theirs.startsWith('TIMEOUT')) return { kind: 'endless' };
    if (alignedWith(told(theirs), told(ours)) === told(theirs)) return { kind: 'same' };
  }
  return { kind: 'differs', yaml, ours, theirs };
}
