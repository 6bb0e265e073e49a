/** What a script task says of its container: `containerImage`, `taskRunner`, and the older `docker`, rendered. */
import type { ContainerWish } from '../../ports/Scripts.ts';
import { type TaskContext, TaskError } from '../definition.ts';
import type { ScriptProperties } from './properties.ts';

const PROCESS = 'io.kestra.plugin.core.runner.Process';

export async function containerOf(
  { containerImage, taskRunner, docker }: ScriptProperties,
  context: TaskContext,
  extra: Record<string, unknown>,
): Promise<ContainerWish> {
  const old = record(await context.renderTyped(docker ?? {}, extra));
  const given = { ...old, ...record(await context.renderTyped(taskRunner ?? {}, extra)) };
  const cpus = record(given.cpu).cpus;
  return {
    image: text(old.image) ?? containerImage,
    ...(given.type === PROCESS && { onHost: true }),
    ...optional('pullPolicy', text(given.pullPolicy)),
    ...optional('user', text(given.user)),
    ...optional('networkMode', text(given.networkMode)),
    ...optional('memory', text(record(given.memory).memory)),
    ...optional('cpus', cpus === undefined ? undefined : number('cpu.cpus', cpus)),
    ...optional('volumes', list(given.volumes)),
    ...optional('entryPoint', list(given.entryPoint)),
    ...optional('extraHosts', list(given.extraHosts)),
    ...(String(given.privileged) === 'true' && { privileged: true }),
  };
}

const optional = <K extends keyof ContainerWish>(key: K, value: ContainerWish[K]): Partial<ContainerWish> =>
  value === undefined ? {} : { [key]: value };

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const text = (value: unknown): string | undefined =>
  value === undefined || value === null || value === '' ? undefined : String(value);

const list = (value: unknown): string[] | undefined =>
  value === undefined || value === null ? undefined : [value].flat().map(String);

function number(property: string, value: unknown): number {
  const read = Number(value);
  if (Number.isFinite(read) && read > 0) return read;
  throw new TaskError(`Invalid ${property}: ${String(value)}`, {
    explanation: `\`${property}\` di taskRunner harus berupa angka lebih dari nol.`,
  });
}
