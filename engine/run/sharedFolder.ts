/** The folder that all tasks below the nearest WorkingDirectory share. It lives in memory: a new process has none of the old one's. */
import { TaskError } from '../plugins/definition.ts';
import type { TaskRunState } from './state.ts';

const folders = new WeakMap<TaskRunState, Map<string, Uint8Array>>();

const isFolder = ({ task }: TaskRunState): boolean => task.type === 'io.kestra.plugin.core.flow.WorkingDirectory';

/** Nothing outside of a WorkingDirectory. Throws where the folder was lost with the process that filled it. */
export function sharedFolder(taskRun: TaskRunState | undefined): Map<string, Uint8Array> | undefined {
  for (let at = taskRun; at; at = at.parent) {
    if (!isFolder(at)) continue;
    const known = folders.get(at);
    if (known) return known;
    if (isUsed(at)) throw lost();
    const folder = new Map<string, Uint8Array>();
    folders.set(at, folder);
    return folder;
  }
  return undefined;
}

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
      'Folder kerja bersama hilang bersama proses yang berhenti di tengah jalan. Jalankan lagi eksekusi ini dari awal WorkingDirectory.',
  });
