/**
 * The folder that all tasks below the nearest WorkingDirectory share. It lives in memory; what a task leaves in it is written to the
 * storage before the task's end is journaled, so that another process goes on with the same files.
 */
import type { Flow, Task } from '../door.ts';
import { TaskError } from '../plugins/definition.ts';
import type { Storage } from '../ports/Storage.ts';
import type { TaskRunState } from './state.ts';

type Files = Map<string, Uint8Array>;

interface Folder {
  files: Files;
  /** What stands in the storage: by path, the bytes and the name they have there. */
  kept: Map<string, { content: Uint8Array; name: string }>;
  lastName: number;
  /** One after the other: tasks of a folder may run side by side. */
  saving: Promise<void>;
}

const folders = new WeakMap<TaskRunState, Folder>();

const isFolder = ({ type }: Pick<Task, 'type'>): boolean => type === 'io.kestra.plugin.core.flow.WorkingDirectory';

const withFolder = new WeakMap<Flow, boolean>();

/** Whether its executions can have left folders in the storage. */
export function mayHaveFolders(flow: Flow): boolean {
  const known = withFolder.get(flow);
  if (known !== undefined) return known;
  const has = (tasks: readonly Task[]): boolean =>
    tasks.some((task) => isFolder(task) || Object.values(task.branches).some(has));
  const found = [flow.tasks, flow.errors, flow.finally, flow.afterExecution].some(has);
  withFolder.set(flow, found);
  return found;
}

/** The task run of the nearest WorkingDirectory, itself included. */
export function folderOwner(taskRun: TaskRunState | undefined): TaskRunState | undefined {
  for (let at = taskRun; at; at = at.parent) if (isFolder(at.task)) return at;
  return undefined;
}

/** Of a folder that has been opened. */
export const filesIn = (owner: TaskRunState | undefined): Files | undefined => owner && folders.get(owner)?.files;

/** Where the folders of an execution are kept; the learner's own files never stand there. */
const foldersOf = (execution: string): string => `kestra:///_alur/folders/${execution}/`;

const placeOf = (execution: string, owner: TaskRunState): string => `${foldersOf(execution)}${owner.id}/`;

/** From memory, else as the last task that ended had left it. Throws where that is gone. */
export async function openFolder(owner: TaskRunState, execution: string, storage: Storage): Promise<void> {
  if (folders.has(owner)) return;
  const folder = await restored(placeOf(execution, owner), storage);
  if (!folder && isUsed(owner)) throw lost();
  if (!folders.has(owner)) folders.set(owner, folder ?? empty());
}

/** Writes what has changed. */
export function saveFolder(owner: TaskRunState, execution: string, storage: Storage): Promise<void> {
  const folder = folders.get(owner);
  if (!folder) return Promise.resolve();
  const turn = folder.saving.then(() => save(folder, placeOf(execution, owner), storage));
  folder.saving = turn.catch(() => undefined);
  return turn;
}

export async function removeFolders(execution: string, storage: Storage): Promise<void> {
  for (const { uri } of await storage.list(foldersOf(execution))) await storage.delete(uri);
}

const empty = (): Folder => ({ files: new Map(), kept: new Map(), lastName: 0, saving: Promise.resolve() });

/** The list of files comes last: what it names is there whole. What it named before goes after it. */
async function save(folder: Folder, place: string, storage: Storage): Promise<void> {
  const { files, kept } = folder;
  const changed = [...files].filter(([path, content]) => kept.get(path)?.content !== content);
  const old = [...kept].filter(([path, { content }]) => files.get(path) !== content);
  if (changed.length === 0 && old.length === 0 && folder.lastName > 0) return;
  for (const [path] of old) kept.delete(path);
  for (const [path, content] of changed) {
    folder.lastName++;
    await storage.put(`${place}${folder.lastName}`, content);
    kept.set(path, { content, name: String(folder.lastName) });
  }
  const list = JSON.stringify([...kept].map(([path, { name }]) => [path, name]));
  await storage.put(`${place}list`, new TextEncoder().encode(list));
  for (const [, { name }] of old) await storage.delete(place + name);
}

async function restored(place: string, storage: Storage): Promise<Folder | undefined> {
  if ((await storage.size(`${place}list`)) === undefined) return undefined;
  const names = JSON.parse(new TextDecoder().decode(await bytesOf(`${place}list`, storage))) as [string, string][];
  const folder = empty();
  for (const [path, name] of names) {
    const content = await bytesOf(place + name, storage);
    folder.files.set(path, content);
    folder.kept.set(path, { content, name });
    folder.lastName = Math.max(folder.lastName, Number(name));
  }
  return folder;
}

const bytesOf = async (uri: string, storage: Storage): Promise<Uint8Array> =>
  new Uint8Array(await new Response(await storage.open(uri)).arrayBuffer());

/** Something was in it: it was filled, or a child has ended. */
function isUsed(owner: TaskRunState): boolean {
  const scope = owner.children;
  const isPastFirst = scope !== undefined && (scope.phase !== 'main' || [...scope.running].some(isLater));
  const isOver = scope !== undefined && scope.nextLane > 0 && scope.running.size === 0;
  return owner.answers.has('before') || isPastFirst || isOver;
}

const isLater = ({ position }: TaskRunState): boolean => position > 0;

const lost = (): TaskError =>
  new TaskError('The working directory was lost when the process stopped', {
    explanation:
      'Isi folder kerja bersama tidak ada lagi di penyimpanan. Jalankan lagi eksekusi ini dari awal WorkingDirectory.',
  });
