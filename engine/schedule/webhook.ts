/** A call from outside: the flow whose webhook has the key is started with what was sent. */
import type { Flow, WebhookAnswer, WebhookCall } from '../door.ts';
import { allHold, conditionsOf } from './conditions.ts';
import { inputsOf, labelsOf, rendererFor } from './fire.ts';
import type { Launcher } from './launcher.ts';
import { type Subject, subjectsOf, variablesOf } from './subject.ts';

interface Needs {
  launcher: Launcher;
  isOff(subject: Subject): boolean;
  fired(subject: Subject, executionId: string): void;
}

/** Nothing where no webhook of the flow has this key; no execution where its conditions don't hold. */
export async function called(flow: Flow, call: WebhookCall, needs: Needs): Promise<WebhookAnswer | undefined> {
  const { launcher, isOff } = needs;
  for (const subject of subjectsOf(flow)) {
    if (subject.definition.fires !== 'calls' || subject.trigger.disabled || flow.disabled || isOff(subject)) continue;
    const bare = variablesOf(subject, launcher.host);
    const key = await rendererFor(subject, launcher, bare)(String(subject.trigger.properties.key));
    if (sameText(key, call.key)) return started(subject, call, needs);
  }
  return undefined;
}

async function started(subject: Subject, call: WebhookCall, { launcher, fired }: Needs): Promise<WebhookAnswer> {
  const { trigger, flow } = subject;
  const facts = {
    ...(call.body !== undefined && { body: bodyOf(call.body) }),
    headers: call.headers ?? {},
    parameters: call.parameters ?? {},
  };
  const known = variablesOf(subject, launcher.host, facts);
  if (!(await allHold(conditionsOf(subject), subject, launcher.host, { variables: known }))) return {};
  const inputs = await inputsOf(subject, launcher, known);
  const labels = await labelsOf(subject, launcher, known);
  const { id } = await launcher.start(flow, {
    ...(inputs && { inputs }),
    labels,
    trigger: { id: trigger.id, type: trigger.type, variables: facts },
  });
  fired(subject, id);
  const { wait, returnOutputs } = trigger.properties;
  return { executionId: id, wait: wait === true, returnOutputs: returnOutputs === true };
}

/** JSON where it is JSON, text otherwise. */
function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Takes the same time wherever the first difference stands. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++)
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index % (b.length || 1));
  return difference === 0;
}
