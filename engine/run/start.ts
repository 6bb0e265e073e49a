/** Before anything starts: inputs are resolved and checked, all of them, and the execution gets its id and labels. */
import type { Flow, Input, StartOptions } from '../door.ts';
import { render, renderTyped } from '../expression/index.ts';
import { resolveInputs } from '../flow/index.ts';
import type { Host } from '../ports/Host.ts';
import { InputError } from './errors.ts';
import type { Header } from './events.ts';
import { mergeLabels } from './labels.ts';

interface Prepared {
  header: Header;
  /** An undeclared input is only worth a line in the log. */
  warnings: { message: string; explanation: string }[];
}

/** Throws `InputError`: nothing was started then. */
export async function headerFor(
  flow: Flow,
  given: StartOptions,
  host: Host,
  from: Partial<Header> = {},
): Promise<Prepared> {
  const id = host.random.id();
  const folder = `kestra:///${flow.namespace.replaceAll('.', '/')}/${flow.id}/executions/${id}`;
  const stored = await storeFiles(flow.inputs, given.inputs ?? {}, folder, host);
  const clock = { now: () => host.clock.now() };
  const options = { clock, random: () => host.random.next(), timeZone: host.timeZone };
  const around = { flow: { id: flow.id, namespace: flow.namespace }, vars: flow.variables, envs: host.envs };
  const { values, problems, undeclared } = resolveInputs(flow.inputs, stored, {
    render: (template, variables) => render(template, { ...around, ...variables }, options),
    renderTyped: (template, variables) => renderTyped(template, { ...around, ...variables }, options),
  });
  // A trigger that names no inputs starts the flow all the same: what is missing is missing when it is read.
  const isUnasked = given.trigger !== undefined && given.inputs === undefined;
  if (problems.length > 0 && !isUnasked) throw new InputError(problems);
  const own = Object.fromEntries((given.labels ?? []).map(({ key, value }) => [key, value]));
  const header: Header = {
    id,
    namespace: flow.namespace,
    flowId: flow.id,
    revision: flow.revision,
    inputs: values,
    labels: mergeLabels(flow.labels, own),
    ...(given.trigger && { trigger: given.trigger }),
    originalId: id,
    attemptNumber: 1,
    ...from,
  };
  return { header, warnings: undeclared.map((input) => undeclaredInput(input, flow)) };
}

const undeclaredInput = (input: string, { namespace, id }: Flow): Prepared['warnings'][number] => ({
  message: `Input ${input} was provided for workflow ${namespace}.${id} but isn't declared in the workflow inputs`,
  explanation: `Input '${input}' tidak ada di \`inputs\` flow ini, jadi diabaikan.`,
});

/** A FILE input may arrive as bytes: they are stored below the folder, and the flow sees the address. */
export async function storeFiles(
  inputs: readonly Input[],
  given: Record<string, unknown>,
  folder: string,
  host: Host,
): Promise<Record<string, unknown>> {
  const stored = { ...given };
  for (const { id, type } of inputs) {
    const value = given[id];
    if (type !== 'FILE' || !isUpload(value)) continue;
    const uri = `${folder}/inputs/${id}/${value.name.replaceAll(/[^\w.-]/g, '_')}`;
    stored[id] = (await host.storage.put(uri, value.content)).uri;
  }
  return stored;
}

function isUpload(value: unknown): value is { name: string; content: Uint8Array } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'content' in value &&
    value.content instanceof Uint8Array &&
    'name' in value
  );
}
