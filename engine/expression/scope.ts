/** What an expression is evaluated in: variables, names set by the template itself, options, and what it may still use up. */
import type { Clock } from '../ports/Clock.ts';

export interface IoRequest {
  name: string;
  args: Record<string, unknown>;
  /** The same for the same question. */
  key: string;
}

export type Answer = { value: unknown } | { error: string };

export interface RenderOptions {
  /** An unknown name is an error; true, as Kestra sets it. */
  strictVariables?: boolean;
  /** HTML-escapes what is printed; off, as Kestra sets it. */
  autoEscaping?: boolean;
  /** Drops the line break right after a tag; off, as Kestra sets it. */
  newLineTrimming?: boolean;
  /** Renders the result again until nothing changes; off, as Kestra sets it. */
  recursive?: boolean;
  clock?: Pick<Clock, 'now'>;
  random?: () => number;
  /** IANA; UTC where nothing is said. */
  timeZone?: string;
  /** What a host answered to requests, by their key. Without it a function that needs a host is an error. */
  answers?: ReadonlyMap<string, Answer>;
  limits?: Partial<Limits>;
}

export interface Limits {
  /** Turns of loops, calls and filters, all together. */
  steps: number;
  /** Characters of the result, and of any text on the way. */
  characters: number;
}

export interface Scope {
  template: string;
  variables: Record<string, unknown>;
  locals: Map<string, unknown>;
  outer: Scope | undefined;
  shared: Shared;
}

export interface Shared {
  options: RenderOptions;
  strict: boolean;
  limits: Limits;
  used: { steps: number };
  macros: Map<string, Macro>;
  blocks: Map<string, (scope: Scope) => string>;
  render(template: string, variables: Record<string, unknown>): string;
}

export interface Macro {
  parameters: { name: string; fallback: (scope: Scope) => unknown }[];
  body: (scope: Scope) => string;
}

export const LIMITS: Limits = { steps: 200_000, characters: 20_000_000 };

export const inner = (outer: Scope): Scope => ({ ...outer, locals: new Map(), outer });

/** Thrown through the evaluation: the host is asked, then everything starts over. */
export class RequestSignal extends Error {
  readonly request: IoRequest;

  constructor(request: IoRequest) {
    super(`asks for ${request.name}`);
    this.request = request;
  }
}

/** An unknown name or attribute: an error in the end, unless `??` or a test catches it. */
export class Undefined extends Error {
  readonly missing: string;

  constructor(missing: string) {
    super(`Unable to find \`${missing}\``);
    this.missing = missing;
  }
}

/** Anything else a learner's expression did wrong. */
export class Failure extends Error {
  readonly explanation: string;

  constructor(message: string, explanation: string) {
    super(message);
    this.explanation = explanation;
  }
}

export function step({ shared }: Scope, count = 1): void {
  shared.used.steps += count;
  if (shared.used.steps > shared.limits.steps) {
    throw new Failure(
      'Too many steps in the expression',
      'Ungkapan ini bekerja terlalu lama. Kurangi jumlah pengulangannya.',
    );
  }
}

export function bounded(text: string, { shared }: Scope): string {
  if (text.length > shared.limits.characters) {
    throw new Failure('The result of the expression is too long', 'Hasil ungkapan ini terlalu panjang.');
  }
  return text;
}
