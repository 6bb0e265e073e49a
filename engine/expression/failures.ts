/** What is thrown while an expression is evaluated; `render.ts` makes the learner's error of it. */
import { classOf } from './classes.ts';

export interface IoRequest {
  name: string;
  args: Record<string, unknown>;
  /** The same for the same question. */
  key: string;
}

/** Thrown through the evaluation: the host is asked, then everything starts over. */
export class RequestSignal extends Error {
  readonly request: IoRequest;

  constructor(request: IoRequest) {
    super(`asks for ${request.name}`);
    this.request = request;
  }
}

/** Something that the expression did wrong; `at` is where in the template, once known. */
export class Problem extends Error {
  at: number | undefined;
}

/** An unknown name or attribute: an error in the end, unless `??` or a test catches it. */
export class Undefined extends Problem {
  readonly missing: string;

  constructor(missing: string, at?: number) {
    super(`Unable to find \`${missing}\``);
    this.missing = missing;
    this.at = at;
  }
}

/** Anything else: Kestra's sentence, and ours. */
export class Failure extends Problem {
  readonly explanation: string;
  /** A plain Java exception in a Kestra, which comes without Pebble's words around it. */
  readonly bare: boolean;
  /** The unknown name behind it, where that is the cause. */
  missing: string | undefined;

  constructor(message: string, explanation: string, bare = false) {
    super(message);
    this.explanation = explanation;
    this.bare = bare;
  }
}

/** A budget is used up: nothing catches this. */
export class LimitFailure extends Failure {}

/** A value of the wrong kind, as Java says it. */
export function wrongClass(value: unknown, wanted: string, explanation: string): Failure {
  const is = classOf(value);
  return new Failure(
    `class ${is} cannot be cast to class ${wanted} (${is} and ${wanted} are in module java.base of loader 'bootstrap')`,
    explanation,
    true,
  );
}

/** Pebble says of some errors only where they were met (`Could not perform addition`); our explanation still says why. */
export function wrapped(error: unknown, message: string, at: number | undefined): unknown {
  if (!(error instanceof Problem) || error instanceof LimitFailure) return error;
  const failure = new Failure(message, error instanceof Failure ? error.explanation : '');
  failure.at = error.at ?? at;
  if (error instanceof Undefined) failure.missing = error.missing;
  else if (error instanceof Failure) failure.missing = error.missing;
  return failure;
}
