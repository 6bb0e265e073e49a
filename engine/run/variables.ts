/** An execution's variables as tasks change them: maps are merged, as a Kestra does. */
import { TaskError } from '../plugins/definition.ts';

type Variables = Record<string, unknown>;

export function mergeVariables(into: Variables, more: Variables, overwrite: boolean): Variables {
  const existing = Object.keys(more).filter((name) => Object.hasOwn(into, name));
  if (existing.length > 0 && !overwrite) {
    throw new TaskError(
      `\`overwrite\` is set to false and the following variables already exist: ${existing.join(',')}`,
      { explanation: `Variabel ${existing.join(', ')} sudah ada. Pakai nama lain, atau hapus \`overwrite: false\`.` },
    );
  }
  return merged(into, more);
}

/** One that is missing is no failure, whatever `ignoreMissing` says (Kestra 1.1.15). */
export function withoutVariables(from: Variables, names: readonly string[]): Variables {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}

function merged(into: Variables, more: Variables): Variables {
  const both = { ...into };
  for (const [name, value] of Object.entries(more)) {
    const before = Object.hasOwn(both, name) ? both[name] : undefined;
    both[name] = isMap(before) && isMap(value) ? merged(before, value) : value;
  }
  return both;
}

const isMap = (value: unknown): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
