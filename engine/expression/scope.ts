/** What an expression is evaluated in: variables, names set by the template itself, options, and what it may still use up. */
import type { Clock } from '../ports/Clock.ts';
import { LimitFailure } from './failures.ts';

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
  /** Turns of loops, calls, filters and comparisons, all together. */
  steps: number;
  /** Characters of one text. */
  characters: number;
  /** Characters of all texts and places of all lists that are made on the way, together. */
  cells: number;
  /** Macros and `render` within each other. */
  depth: number;
}

export const LIMITS: Limits = { steps: 1_000_000, characters: 20_000_000, cells: 100_000_000, depth: 200 };

/** What is used up: one for a whole rendering, with all that `render()` does in it. */
export interface Used {
  steps: number;
  cells: number;
  depth: number;
}

export type Write = (scope: Scope, output: Output) => void;

/** A template made ready. */
export interface Template {
  write: Write;
  macros: ReadonlyMap<string, Macro>;
  /** By name; the last of a name is the one. */
  blocks: ReadonlyMap<string, Write>;
}

/** One template being rendered. */
export interface Shared {
  template: Template;
  options: RenderOptions;
  strict: boolean;
  limits: Limits;
  used: Used;
  render(template: string, variables: Record<string, unknown>): string;
}

/** Where printed values go (see `output.ts`). */
export interface Output {
  /** Literal text of the template. */
  text(text: string): void;
  /** A literal is not escaped. */
  value(value: unknown, literal?: boolean): void;
}

export interface Macro {
  parameters: readonly string[];
  fallbacks: readonly ((scope: Scope) => unknown)[];
  body: Write;
}

export class Scope {
  readonly variables: Record<string, unknown>;
  readonly shared: Shared;
  readonly outer: Scope | undefined;
  /** Names that the template itself has set. */
  locals: Map<string, unknown> | undefined = undefined;

  constructor(variables: Record<string, unknown>, shared: Shared, outer?: Scope) {
    this.variables = variables;
    this.shared = shared;
    this.outer = outer;
  }

  set(name: string, value: unknown): void {
    this.locals ??= new Map();
    this.locals.set(name, value);
  }

  root(): Scope {
    return this.outer?.root() ?? this;
  }

  /** All that can be seen from here by name: the variables, and what the template has set. */
  visible(): Record<string, unknown> {
    const before = this.outer?.visible() ?? this.variables;
    return this.locals ? { ...before, ...Object.fromEntries(this.locals) } : before;
  }

  /** The nearest scope that has set this name. */
  holder(name: string): Scope | undefined {
    for (let at: Scope | undefined = this; at; at = at.outer) if (at.locals?.has(name)) return at;
    return undefined;
  }
}

/** Work that grows with a value: 16 places of a list or characters of a text count as one step. */
export function step({ shared }: Scope, size = 0): void {
  shared.used.steps += 1 + (size >> 4);
  if (shared.used.steps > shared.limits.steps) {
    throw new LimitFailure(
      'Too many steps in the expression',
      'Ungkapan ini bekerja terlalu lama. Kurangi jumlah pengulangannya.',
    );
  }
}

/** The size that makes a call count for so many steps. */
export const sizeOfCost = (cost = 1): number => (cost - 1) * 16;

/** Counts what is about to be made. */
export function spend({ shared }: Scope, cells: number): void {
  shared.used.cells += cells;
  if (cells > shared.limits.characters || shared.used.cells > shared.limits.cells) {
    throw new LimitFailure('The result of the expression is too long', 'Hasil ungkapan ini terlalu panjang.');
  }
}

/** The text, counted. */
export function made(text: string, scope: Scope): string {
  spend(scope, text.length);
  return text;
}

/** Goes one deeper while `work` lasts. */
export function deeper<T>({ shared }: Scope, work: () => T): T {
  if (++shared.used.depth > shared.limits.depth) {
    throw new LimitFailure('The expression is nested too deeply', 'Ungkapan ini terlalu dalam bersarang.');
  }
  const result = work();
  shared.used.depth--;
  return result;
}
