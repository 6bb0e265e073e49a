/** A trigger and the flow it belongs to, and what can be rendered for it. */
import type { Flow, Trigger, TriggerKey } from '../door.ts';
import { type Answer, attempt, type IoRequest } from '../expression/index.ts';
import type { TriggerDefinition } from '../plugins/definition.ts';
import { findPlugin } from '../plugins/registry.ts';
import type { Host } from '../ports/Host.ts';
import { type Zone, zoneOf } from '../time/zone.ts';

export interface Subject {
  flow: Flow;
  trigger: Trigger;
  definition: TriggerDefinition;
}

export const keyOf = ({ flow, trigger }: Subject): TriggerKey => ({
  namespace: flow.namespace,
  flowId: flow.id,
  triggerId: trigger.id,
});

export const keyText = ({ namespace, flowId, triggerId }: TriggerKey): string => `${namespace}/${flowId}/${triggerId}`;

export function subjectsOf(flow: Flow): Subject[] {
  return flow.triggers.flatMap((trigger): Subject[] => {
    const definition = findPlugin(trigger.type);
    return definition?.kind === 'trigger' ? [{ flow, trigger, definition }] : [];
  });
}

/** The zone of a schedule; the server's where it names none. */
export const zoneOfTrigger = ({ trigger }: Subject, host: Host): Zone =>
  zoneNamed(typeof trigger.properties.timezone === 'string' ? trigger.properties.timezone : host.timeZone);

export function zoneNamed(id: string): Zone {
  const zone = zoneOf(id) ?? zoneOf('UTC');
  if (!zone) throw new Error('no UTC');
  return zone;
}

/** What every expression of a trigger sees; `trigger` grows as more is known. */
export function variablesOf({ flow, trigger }: Subject, host: Host, known: Record<string, unknown> = {}) {
  const about = { id: trigger.id, type: trigger.type, ...known };
  return {
    flow: { id: flow.id, namespace: flow.namespace, revision: flow.revision, tenantId: 'main' },
    trigger: about,
    schedule: about,
    vars: flow.variables,
    envs: host.envs,
    globals: {},
    kestra: { environment: 'alur', url: '' },
  };
}

/** Text to text; at once where nothing has to be asked of the host. Throws `ExpressionError`. */
export function renderText(
  template: string,
  variables: Record<string, unknown>,
  { host, namespace }: { host: Host; namespace: string },
): string | Promise<string> {
  if (!template.includes('{')) return template;
  const outcome = tried(template, variables, host, new Map());
  return outcome.kind === 'value' ? String(outcome.value ?? '') : asked(template, variables, host, namespace);
}

const tried = (template: string, variables: Record<string, unknown>, host: Host, answers: Map<string, Answer>) =>
  attempt(template, variables, {
    clock: { now: () => host.clock.now() },
    random: () => host.random.next(),
    timeZone: host.timeZone,
    answers,
  });

const MOST_QUESTIONS = 100;

async function asked(
  template: string,
  variables: Record<string, unknown>,
  host: Host,
  namespace: string,
): Promise<string> {
  const answers = new Map<string, Answer>();
  for (let count = 0; count < MOST_QUESTIONS; count++) {
    const outcome = tried(template, variables, host, answers);
    if (outcome.kind === 'value') return String(outcome.value ?? '');
    answers.set(outcome.request.key, await answerTo(outcome.request, host, namespace));
  }
  throw new Error(`Too many rendering attempts: ${MOST_QUESTIONS}`);
}

/** No execution is there yet, so its files and log can't be asked for: the KV store and secrets can. */
async function answerTo({ name, args }: IoRequest, host: Host, namespace: string): Promise<Answer> {
  const key = String(args.key ?? '');
  const where = String(args.namespace ?? namespace);
  if (name === 'secret') {
    const value = await host.secrets.get(where, key);
    return value === undefined ? { error: `Cannot find secret for key '${key}'.` } : { value };
  }
  if (name !== 'kv') return { error: `The function '${name}' is not available in a trigger` };
  const entry = await host.kv.get(where, key);
  if (entry) return { value: entry.value };
  return args.errorOnMissing === false
    ? { value: null }
    : { error: `The key '${key}' does not exist in the namespace '${where}'.` };
}
