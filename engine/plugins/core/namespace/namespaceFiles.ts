/** The files of a namespace: their addresses, which of them a pattern means, and how a task gets them. */
import { type TaskContext, TaskError } from '../../definition.ts';
import { globMatcher } from '../../glob.ts';
import { learnersPattern } from '../../pattern.ts';
import type { NamespaceFiles } from './schema.ts';

export const prefixOf = (namespace: string): string => `kestra:///${namespace.replaceAll('.', '/')}/_files/`;

/** `/a//b.txt` to `a/b.txt`. Throws for what climbs out of the namespace. */
export function pathInside(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..') || path.includes('\\') || path.includes('\0')) {
    throw new TaskError("File should be accessed with their full path and not using relative '..' path.", {
      explanation: `Jalur \`${path.slice(0, 120)}\` keluar dari folder berkasnya. Pakai jalur tanpa \`..\`.`,
    });
  }
  if (parts.length === 0) {
    throw new TaskError(`Invalid path '${path.slice(0, 120)}'`, { explanation: 'Jalur berkasnya kosong.' });
  }
  return parts.join('/');
}

/** All paths, sorted, without a leading `/`. */
export async function listFiles(namespace: string, { ports }: Pick<TaskContext, 'ports'>): Promise<string[]> {
  const prefix = prefixOf(namespace);
  return (await ports.storage.list(prefix)).map(({ uri }) => uri.slice(prefix.length));
}

/** Whether a path is meant by one of the patterns. */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map(oneMatcher);
  return (path) => matchers.some((matches) => matches(path));
}

function oneMatcher(pattern: string): (path: string) => boolean {
  if (pattern.startsWith('regex:')) {
    const compiled = learnersPattern(pattern.slice('regex:'.length));
    return (path) => compiled.matches(`/${path}`);
  }
  if (pattern.startsWith('glob:')) return globMatcher([pattern.slice('glob:'.length)]);
  return globMatcher([pattern.startsWith('/') ? pattern : `**/${pattern}`]);
}

/** Reads what is meant, by relative path, over what stands in `files` already. */
export async function loadNamespaceFiles(
  wanted: NamespaceFiles | undefined,
  files: Map<string, Uint8Array>,
  context: TaskContext,
): Promise<void> {
  if (!wanted?.enabled) return;
  const { include, exclude = [], folderPerNamespace, ifExists } = wanted;
  const isIncluded = include && include.length > 0 ? matcherOf(include) : () => true;
  const isExcluded = matcherOf(exclude);
  for (const namespace of wanted.namespaces ?? [context.execution.namespace]) {
    const began = context.ports.clock.now();
    const paths = (await listFiles(namespace, context)).filter((path) => isIncluded(path) && !isExcluded(path));
    for (const path of paths) {
      const at = folderPerNamespace ? `${namespace}/${path}` : path;
      if (files.has(at) && !isReplaced(at, ifExists, context)) continue;
      const content = await context.ports.storage.open(prefixOf(namespace) + path);
      files.set(at, new Uint8Array(await new Response(content).arrayBuffer()));
    }
    const took = clockFace(context.ports.clock.now() - began);
    context.log.info(`Loaded ${paths.length} namespace files from '${namespace}' in ${took}`);
  }
}

function isReplaced(path: string, ifExists: NamespaceFiles['ifExists'], { log }: TaskContext): boolean {
  if (ifExists === 'FAIL') {
    throw new TaskError(`File '${path}' already exists`, {
      explanation: 'Berkas itu sudah disiapkan. Ubah `namespaceFiles.ifExists`, atau keluarkan dengan `exclude`.',
    });
  }
  if (ifExists === 'WARN') log.warn(`File '${path}' already exists, it was not replaced`);
  return ifExists === 'OVERWRITE';
}

/** `00:00:00.057` */
const clockFace = (ms: number): string => new Date(Math.max(0, ms)).toISOString().slice(11, 23);
