/** A lab as its folder says: what it is called, what Periksa runs, what it asks of the result. Bad files are refused with their place. */
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { expectation } from './judge/expectation.ts';

const inputs = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const labFile = z.strictObject({
  title: z.string(),
  summary: z.string(),
  /** The database whose tables the page shows and the checks ask. */
  database: z.string(),
  /** What the form starts with. */
  inputs: inputs.default({}),
});

const backfill = z.strictObject({
  start: z.string(),
  end: z.string(),
  /** Which schedule, where a flow has several: by its id, or by inputs that it gives. The first one otherwise. */
  trigger: z.string().optional(),
  where: inputs.optional(),
});

const checksFile = z.strictObject({
  /** In this order, on an empty database: the flow once, or the ticks of one of its schedules. */
  runs: z.array(z.strictObject({ id: z.string(), inputs: inputs.default({}), backfill: backfill.optional() })).min(1),
  checks: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        title: z.string(),
        points: z.int().min(1).default(1),
        /** The page that explains it, by its path on the site. */
        concept: z.string().optional(),
        feedback: z.string(),
        expect: z.array(expectation).min(1),
      }),
    )
    .min(1),
});

const mutantFile = z.strictObject({
  title: z.string(),
  fails: z.array(z.string()).min(1),
  replace: z.array(z.strictObject({ find: z.string().min(1), with: z.string() })).min(1),
});

export type Check = z.output<typeof checksFile>['checks'][number];
export type LabBackfill = z.output<typeof backfill>;
export type LabRun = z.output<typeof checksFile>['runs'][number];

export interface Mutant {
  id: string;
  title: string;
  /** The checks that must fail, at least. */
  fails: string[];
  source: string;
}

export interface Lab {
  /** `03-etl/02-taksi-postgres` */
  id: string;
  title: string;
  summary: string;
  database: string;
  inputs: Record<string, string | number | boolean>;
  runs: LabRun[];
  checks: Check[];
  starter: string;
  solution: string;
  /** Other correct ways to write it. */
  alternatives: { id: string; source: string }[];
  mutants: Mutant[];
  /** One paragraph a hint, from vague to plain. */
  hints: string[];
}

/** A lab's folder is not as it should be: which file, and what. */
export class LabError extends Error {
  override name = 'LabError';
}

/** `files`: the folder's texts by their path in it. `solution.yaml` may be left out where it must not be shown. */
export function readLab(id: string, files: Record<string, string>): Lab {
  const lab = parsed(labFile, files, id, 'lab.yaml');
  const { runs, checks } = parsed(checksFile, files, id, 'checks.yaml');
  const known = new Set(runs.map((run) => run.id));
  for (const check of checks) {
    const stray = check.expect.find((one) => one.run !== undefined && !known.has(one.run));
    if (stray)
      throw new LabError(`${id}/checks.yaml: check \`${check.id}\` menyebut run \`${stray.run}\` yang tidak ada.`);
  }
  const solution = files['solution.yaml'] ?? '';
  return {
    id,
    ...lab,
    runs,
    checks,
    starter: needed(files, id, 'starter.yaml'),
    solution,
    alternatives: within(files, 'alternatives/').map(([name, source]) => ({ id: name, source })),
    mutants: within(files, 'mutants/').map(([name, text]) => mutantOf(id, name, text, solution, checks)),
    hints: (files['hints.md'] ?? '')
      .split(/\n\s*\n/)
      .map((hint) => hint.trim())
      .filter(Boolean),
  };
}

function mutantOf(id: string, name: string, text: string, solution: string, checks: readonly Check[]): Mutant {
  const file = `mutants/${name}.yaml`;
  const { replace, ...facts } = parsed(mutantFile, { [file]: text }, id, file);
  const unknown = facts.fails.find((check) => !checks.some((known) => known.id === check));
  if (unknown) throw new LabError(`${id}/${file}: check \`${unknown}\` tidak ada di checks.yaml.`);
  let source = solution;
  for (const { find, with: other } of replace) {
    if (!source.includes(find)) throw new LabError(`${id}/${file}: teks ini tidak ada di solution.yaml: ${find}`);
    source = source.replaceAll(find, () => other);
  }
  return { id: name, ...facts, source };
}

function within(files: Record<string, string>, folder: string): [string, string][] {
  return Object.entries(files)
    .filter(([path]) => path.startsWith(folder) && path.endsWith('.yaml'))
    .map(([path, text]): [string, string] => [path.slice(folder.length, -'.yaml'.length), text])
    .sort(([a], [b]) => a.localeCompare(b));
}

function needed(files: Record<string, string>, id: string, name: string): string {
  const text = files[name];
  if (text === undefined) throw new LabError(`${id}: berkas ${name} tidak ada.`);
  return text;
}

function parsed<T extends z.ZodType>(schema: T, files: Record<string, string>, id: string, name: string): z.output<T> {
  const document = parseDocument(needed(files, id, name));
  const broken = document.errors[0];
  if (broken) throw new LabError(`${id}/${name}: ${broken.message}`);
  const result = schema.safeParse(document.toJS());
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new LabError(`${id}/${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}
