/** Before anything starts: inputs are resolved and checked, all of them, and the execution gets its id and labels. */
import type { Flow, Input, StartOptions } from '../door.ts';
import { type ResolveOptions, resolveInputs } from '../flow/index.ts';
import type { Host } from '../ports/Host.ts';
import { begin } from './apply.ts';
import { variablesOf } from './context.ts';
import { InputError } from './errors.ts';
import type { Header } from './events.ts';
import { mergeLabels } from './labels.ts';
import { createLog, type ExecutionLog } from './log.ts';
import { createRenderer, type Renderer } from './render.ts';

interface Prepared {
  header: Header;
  /** The execution's own: it knows the secrets that were read. */
  log: ExecutionLog;
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
  const own = Object.fromEntries((given.labels ?? []).map(({ key, value }) => [key, value]));
  const bare: Header = {
    id,
    namespace: flow.namespace,
    flowId: flow.id,
    revision: flow.revision,
    inputs: {},
    labels: mergeLabels(flow.labels, own),
    ...(given.trigger && { trigger: given.trigger }),
    originalId: id,
    attemptNumber: 1,
    ...from,
  };
  const log = createLog();
  const { values, problems, undeclared } = await resolveInputs(
    flow.inputs,
    stored,
    inputRenderer(flow, bare, host, log),
  );
  // A trigger that names no inputs starts the flow all the same: what is missing is missing when it is read.
  const isUnasked = given.trigger !== undefined && given.inputs === undefined;
  if (problems.length > 0 && !isUnasked) throw new InputError(problems);
  const header = { ...bare, inputs: values };
  return { header, log, warnings: undeclared.map((input) => undeclaredInput(input, flow)) };
}

/** What an input's expressions see: the execution as it is created, without trigger, outputs and other inputs (Kestra 1.1.15). */
function inputRenderer(flow: Flow, header: Header, host: Host, log: ExecutionLog): ResolveOptions {
  let made: { renderer: Renderer; around: Record<string, unknown> } | undefined;
  const needed = () => {
    if (made) return made;
    const state = begin(flow, { type: 'created', header, at: host.clock.now() });
    const { execution, labels, envs, globals, vars, flow: itself } = variablesOf(state, undefined, host);
    const around = { execution, labels, envs, globals, kestra: {}, flow: itself, ...(vars !== undefined && { vars }) };
    made = { renderer: createRenderer({ ports: host, timeZone: host.timeZone, state, log }), around };
    return made;
  };
  return {
    render: (template, more) => needed().renderer.text(template, { ...needed().around, ...more }),
    renderTyped: (template, more) => needed().renderer.typed(template, { ...needed().around, ...more }),
  };
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
