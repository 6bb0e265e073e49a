/** Whether the conditions of a trigger hold: all of them must. Those about an execution say nothing of a date, and are left out there. */
import { type Situation, TaskError, type Upstream } from '../plugins/definition.ts';
import { findPlugin } from '../plugins/registry.ts';
import type { Host } from '../ports/Host.ts';
import { renderText, type Subject, zoneNamed } from './subject.ts';

interface Facts {
  variables: Record<string, unknown>;
  tick?: number;
  execution?: Upstream;
}

export type WrittenCondition = Record<string, unknown> & { type: string };

export function conditionsOf({ trigger }: Subject): readonly WrittenCondition[] {
  const { conditions } = trigger.properties;
  return Array.isArray(conditions) ? conditions.filter(isCondition) : [];
}

const isCondition = (value: unknown): value is WrittenCondition =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Throws `TaskError` or `ExpressionError` where one can't be said. */
export async function allHold(
  conditions: readonly WrittenCondition[],
  subject: Subject,
  host: Host,
  facts: Facts,
): Promise<boolean> {
  const at = situationOf(subject, host, facts);
  for (const condition of conditions) if (!(await at.inner(condition))) return false;
  return true;
}

function situationOf({ flow }: Subject, host: Host, { variables, tick, execution }: Facts): Situation {
  const at: Situation = {
    render: (template) => renderText(template, variables, { host, namespace: flow.namespace }),
    flow: { namespace: flow.namespace, id: flow.id },
    zone: zoneNamed(host.timeZone),
    ...(tick !== undefined && { tick }),
    ...(execution && { execution }),
    inner(condition) {
      const definition = isCondition(condition) ? findPlugin(condition.type) : undefined;
      if (definition?.kind !== 'condition') throw new TaskError(`Unknown condition ${JSON.stringify(condition)}`);
      if (definition.about === 'execution' && !execution) return true;
      return definition.holds(condition as never, at);
    },
  };
  return at;
}
