/** What the form of a flow's inputs starts with, and what of it is handed on. Pure. */
import type { Input } from '#engine/index.ts';

export type Answers = Record<string, string>;

/** Types whose value is written as JSON or YAML. */
export const WRITTEN: ReadonlySet<Input['type']> = new Set(['JSON', 'YAML', 'ARRAY']);

export const optionsOf = ({ options }: Input): string[] =>
  Array.isArray(options.values) ? options.values.map(String) : [];

/** The last answer where it still fits, else what the lab says, else the flow's own default. */
export function firstValue(input: Input, last: Answers, lab: Readonly<Record<string, unknown>>): string {
  const options = optionsOf(input);
  const isOpen = options.length === 0 || input.options.allowCustomValue === true || input.type === 'MULTISELECT';
  const candidates = [last[input.id], lab[input.id], input.defaults, input.prefill].filter(
    (value) => value !== undefined && value !== null,
  );
  const fits = candidates.map(asText).find((value) => isOpen || options.includes(value));
  return fits ?? (isOpen || !input.required ? '' : (options[0] ?? ''));
}

const asText = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

/** What was left empty is not handed on: the flow's own default holds then. */
export const given = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''));

/** A secret is never kept. */
export const toKeep = (answers: Answers, inputs: readonly Input[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id]) => inputs.find((one) => one.id === id)?.type !== 'SECRET'));

export function chosen(answer: string | undefined): string[] {
  try {
    const found: unknown = JSON.parse(answer || '[]');
    return Array.isArray(found) ? found.map(String) : [];
  } catch {
    return [];
  }
}
