/**
 * How a plugin writes down its properties: zod, with a mark for what Kestra renders and when.
 *
 *     z.strictObject({
 *       message: rendered(z.union([z.string(), z.array(z.string())])).describe('Kalimat yang dicatat.'),
 *       level: rendered(z.enum(LOG_LEVELS)).default('INFO').describe('Tingkat log.'),
 *       tasks: tasks().describe('Task yang dijalankan berurutan.'),
 *     })
 *
 * A property without a mark is taken as written (`fixed` in Kestra: not a `Property<T>`).
 * Kestra checks a rendered property only when the task runs: a wrong literal there is our warning, not an error.
 */
import * as z from 'zod';
import { parseDuration } from '../time/duration.ts';

/**
 * `before`: the runner renders it before the plugin runs and then converts it by the inner schema.
 * `late`: the plugin renders it itself (`context.render`), with variables only it knows, such as `outputFiles`.
 */
export type Rendering = 'before' | 'late';

/**
 * What holds tasks: a list of them, one of them, a map of lists (Switch's cases), or a Dag's `{ task, dependsOn }` list.
 * What holds conditions: a list of them, or a map by name.
 */
export type Holds = 'tasks' | 'task' | 'cases' | 'dag' | 'conditions' | 'namedConditions';

/**
 * How a list of tasks is taken when a flow is saved. Without a word: some tasks, and what is no task only breaks when run.
 * `mayBeEmpty`: none is enough. `onlyTasks`: what is no task is refused. `unused`: taken, and never run.
 */
export type Manner = 'mayBeEmpty' | 'onlyTasks' | 'unused';

export interface PropertyFacts {
  rendering?: Rendering;
  holds?: Holds;
  manner?: Manner;
  /** An empty text is refused, where it usually counts as nothing. */
  filled?: true;
  /** A Kestra does something with it that we do not: why, in Indonesian. */
  notHere?: string;
  /** What the value must be after rendering. */
  inner?: z.ZodType;
  /** What a Kestra saves here, where it is not anything at all: a text, say, but no list. */
  saved?: z.ZodType;
}

/** By a schema's `def`, which `describe()` hands on when it copies the schema. */
const facts = new WeakMap<object, PropertyFacts>();

/** Any YAML value passes here; `inner` judges it after rendering. The static type is the rendered one. */
function marked<T extends z.ZodType>(inner: T, rendering: Rendering, saved?: z.ZodType) {
  const schema = z.custom<z.output<T>>((value) => value !== undefined);
  facts.set(schema.def, { rendering, inner, ...(saved && { saved }) });
  return schema;
}

/** `saved`: Kestra's own type where it is no `Property`. Rendered by the runner, then converted by `inner` (strings to numbers, JSON text to lists and maps). */
export const rendered = <T extends z.ZodType>(inner: T, saved?: z.ZodType) => marked(inner, 'before', saved);

/** Rendered by the plugin itself; it gets the text as written. */
export const late = <T extends z.ZodType>(inner: T, saved?: z.ZodType) => marked(inner, 'late', saved);

function holding(holds: Holds, manner?: Manner) {
  const schema = z.custom<never>(() => true);
  facts.set(schema.def, { holds, ...(manner && { manner }) });
  return schema;
}

export const tasks = (manner?: Manner) => holding('tasks', manner);
export const task = () => holding('task');
export const cases = () => holding('cases');
export const dagTasks = () => holding('dag');

function holdingConditions<T>(holds: Holds) {
  const schema = z.custom<T>(() => true);
  facts.set(schema.def, { holds });
  return schema;
}

export function filled<T extends z.ZodType>(schema: T): T {
  facts.set(schema.def, { filled: true });
  return schema;
}

/** Taken, with a warning; the task itself fails on it. */
export function notHere<T extends z.ZodType>(schema: T, why: string): T {
  facts.set(schema.def, { ...facts.get(schema.def), notHere: why });
  return schema;
}

export const conditions = () => holdingConditions<readonly unknown[]>('conditions');
export const namedConditions = () => holdingConditions<Readonly<Record<string, unknown>>>('namedConditions');

/** An ISO-8601 duration as text: `PT1M`, `P1D`; a bare number is seconds, as a Kestra takes it. `milliseconds` reads it. */
export const duration = () =>
  z
    .string()
    .regex(/^([-+]?P(?!$)([-+]?\d+D)?(T(?=[-+\d])([-+]?\d+H)?([-+]?\d+M)?([-+]?\d+([.,]\d+)?S)?)?|[-+]?\d+(\.\d+)?)$/i);

export const isDuration = (text: string): boolean => duration().safeParse(text).success;

/** What passed `duration()`, in milliseconds. */
export const milliseconds = (text: string): number =>
  /^[-+]?\d/.test(text) ? Number(text) * 1_000 : (parseDuration(text) ?? 0);

/** Labels as a Kestra saves them: a map of texts, or a list of `{ key, value }`. */
export const labels = () =>
  z.union([z.record(z.string(), z.string()), z.array(z.looseObject({ key: z.string(), value: z.string() }))]);

/** What is marked on a property, looking through `optional`, `default` and `describe`. */
export function propertyFacts(schema: z.ZodType): PropertyFacts {
  const own = facts.get(schema.def);
  if (own) return own;
  const definition = schema.def as { innerType?: z.ZodType };
  return definition.innerType ? propertyFacts(definition.innerType) : {};
}

/** The same without marks: each value as it must be once it is rendered. For who renders by himself. */
export function unmarked(schema: z.ZodObject): z.ZodObject {
  const bare = (one: z.ZodType): z.ZodType => {
    if (one instanceof z.ZodDefault) return bare(one.def.innerType as z.ZodType).default(one.def.defaultValue);
    if (one instanceof z.ZodOptional) return bare(one.def.innerType as z.ZodType).optional();
    return propertyFacts(one).inner ?? one;
  };
  return z.strictObject(Object.fromEntries(Object.entries(schema.shape).map(([key, one]) => [key, bare(one)])));
}

/** Whether a property may be left out (optional, or with a default). */
export function isOptional(schema: z.ZodType): boolean {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
}

/** The default as written in the schema, or undefined. */
export function defaultOf(schema: z.ZodType): unknown {
  return schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
}
