/**
 * Random flows, as shapes: what kinds of tasks, how they stand in each other, what is said of them. A shape has no names yet and may
 * point anywhere; `print.ts` makes a flow of it whose course is no matter of chance. Shrinking a shape shrinks the flow.
 */
import * as fc from 'fast-check';

/** Said of any task. */
export interface Modifiers {
  disabled: boolean;
  allowFailure: boolean;
  allowWarning: boolean;
  runIf: 'yes' | 'no' | 'state' | 'broken' | undefined;
  retry: { kind: 'constant' | 'exponential' | 'random'; maxAttempts: number; warningOnRetry: boolean } | undefined;
}

export type Leaf =
  | { kind: 'return' | 'log' | 'values' | 'setVariables' | 'labels' | 'kv'; text: Text }
  /** Fails in its first so many tries. */
  | { kind: 'fail'; tries: number }
  | { kind: 'assert'; holds: boolean }
  | { kind: 'sleep' | 'timeout' }
  | { kind: 'pause'; behavior: 'RESUME' | 'WARN' | 'FAIL' }
  | {
      kind: 'subflow';
      ends: 'well' | 'warns' | 'fails';
      wait: boolean;
      transmit: boolean;
      output: 'none' | 'good' | 'broken';
    };

/** What a task says: something fixed, what it stands in, what another task gave, or something that can't be rendered. */
export type Text =
  | { kind: 'words' | 'value' | 'iteration' | 'variable' | 'input' | 'kv' | 'broken' }
  | { kind: 'output' | 'state'; which: number };

export type Branching =
  | { kind: 'sequential' | 'allowFailure' | 'workingDirectory'; tasks: Shape[] }
  | { kind: 'loopUntil'; count: number; most: number; tasks: Shape[] }
  | { kind: 'parallel'; concurrent: number; tasks: Shape[] }
  | { kind: 'dag'; tasks: Shape[]; needs: number[] }
  | { kind: 'if'; condition: 'yes' | 'no' | 'value' | 'broken'; tasks: Shape[]; otherwise: Shape[] }
  | { kind: 'switch'; value: 'a' | 'b' | 'z' | 'loop'; tasks: Shape[]; second: Shape[]; defaults: Shape[] }
  | { kind: 'forEach'; values: string[]; limit: number; tasks: Shape[] };

export interface Flowable {
  kind: 'flowable';
  branching: Branching;
  errors: Shape[];
  finally: Shape[];
}

export interface Shape {
  task: { kind: 'leaf'; leaf: Leaf } | Flowable;
  modifiers: Modifiers;
}

export interface FlowShape {
  tasks: Shape[];
  errors: Shape[];
  finally: Shape[];
  afterExecution: Shape[];
  outputs: Text[];
  retry: Modifiers['retry'];
  /** What `pluginDefaults` say. */
  defaults: 'level' | 'forced' | undefined;
  /** With a `concurrency` of its own. */
  limited: boolean;
}

/** Mostly the first, now and then one of the others. */
const mostly = <T>(usual: T, ...rare: fc.Arbitrary<T>[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(usual) }, ...rare.map((arbitrary) => ({ weight: 1, arbitrary })));

const text: fc.Arbitrary<Text> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constantFrom('words', 'value', 'iteration', 'variable', 'input', 'kv') }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('output', 'state'), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.constant<Text>({ kind: 'broken' }) },
);

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ kind: fc.constantFrom('return', 'log', 'values', 'setVariables', 'labels', 'kv'), text }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fail'), tries: fc.constantFrom(99, 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('assert'), holds: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('sleep', 'timeout') }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pause'), behavior: fc.constantFrom('RESUME', 'WARN', 'FAIL') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('subflow'),
      ends: fc.constantFrom('well', 'well', 'warns', 'fails'),
      wait: fc.constantFrom(true, true, true, false),
      transmit: fc.constantFrom(true, true, false),
      output: fc.constantFrom('none', 'good', 'good', 'broken'),
    }),
  },
);

const retry = fc.record({
  kind: fc.constantFrom('constant', 'exponential', 'random'),
  maxAttempts: fc.constantFrom(2, 3),
  warningOnRetry: fc.boolean(),
});

const modifiers: fc.Arbitrary<Modifiers> = fc.record({
  disabled: mostly(false, fc.constant(true)),
  allowFailure: mostly(false, fc.constant(true), fc.constant(true)),
  allowWarning: mostly(false, fc.constant(true)),
  runIf: mostly<Modifiers['runIf']>(undefined, fc.constantFrom('yes', 'no', 'state', 'broken')),
  retry: mostly<Modifiers['retry']>(undefined, retry),
});

const { shape } = fc.letrec<{ shape: Shape; some: Shape[]; few: Shape[]; branching: Branching }>((tie) => ({
  some: fc.array(tie('shape'), { minLength: 1, maxLength: 2, depthIdentifier: 'flow' }),
  few: fc.array(tie('shape'), { maxLength: 1, depthIdentifier: 'flow' }),
  branching: fc.oneof<fc.Arbitrary<Branching>[]>(
    fc.record({ kind: fc.constantFrom('sequential', 'allowFailure', 'workingDirectory'), tasks: tie('some') }),
    fc.record({
      kind: fc.constant('loopUntil'),
      count: fc.constantFrom(1, 2, 3),
      most: fc.constantFrom(1, 2, 5),
      tasks: tie('some'),
    }),
    fc.record({ kind: fc.constant('parallel'), concurrent: fc.constantFrom(0, 1, 2), tasks: tie('some') }),
    fc.record({ kind: fc.constant('dag'), tasks: tie('some'), needs: fc.array(fc.nat(5), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('if'),
      condition: fc.constantFrom('yes', 'yes', 'no', 'value', 'broken'),
      tasks: tie('some'),
      otherwise: tie('few'),
    }),
    fc.record({
      kind: fc.constant('switch'),
      value: fc.constantFrom('a', 'b', 'z', 'loop'),
      tasks: tie('some'),
      second: tie('some'),
      defaults: tie('few'),
    }),
    fc.record({
      kind: fc.constant('forEach'),
      values: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', '7'), { maxLength: 3 }),
      limit: fc.constantFrom(1, 1, 0, 2),
      tasks: tie('some'),
    }),
  ),
  shape: fc.record({
    modifiers,
    task: fc.oneof<[fc.Arbitrary<Shape['task']>, fc.Arbitrary<Shape['task']>]>(
      { depthSize: 'small', depthIdentifier: 'flow', withCrossShrink: true },
      fc.record({ kind: fc.constant('leaf'), leaf }),
      fc.record({
        kind: fc.constant('flowable'),
        branching: tie('branching'),
        errors: mostly<Shape[]>([], tie('few'), tie('few'), tie('few')),
        finally: mostly<Shape[]>([], tie('few'), tie('few'), tie('few')),
      }),
    ),
  }),
}));

const list = (maxLength: number, minLength = 0): fc.Arbitrary<Shape[]> => fc.array(shape, { minLength, maxLength });

export const flowShape: fc.Arbitrary<FlowShape> = fc.record({
  tasks: list(3, 1),
  errors: list(2),
  finally: list(1),
  afterExecution: list(1),
  outputs: fc.array(text, { maxLength: 2 }),
  retry: mostly<Modifiers['retry']>(undefined, retry),
  defaults: mostly<FlowShape['defaults']>(undefined, fc.constantFrom('level', 'forced')),
  limited: mostly(false, fc.constant(true)),
});
