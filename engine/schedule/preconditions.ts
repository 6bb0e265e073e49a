/**
 * Several executions that must come within a window: a Flow trigger's `preconditions` (each flow, each `where`) and the older
 * MultipleCondition. Each part is met by an execution of its own; when all are, the trigger fires once and the count starts anew,
 * unless `resetOnSuccess` is false.
 */
import { RE2JS } from 're2js';
import { isTruthy } from '../expression/truthy.ts';
import type { Preconditions } from '../plugins/core/trigger/Flow.ts';
import type { TimeWindow } from '../plugins/core/trigger/timeWindow.ts';
import type { Upstream } from '../plugins/definition.ts';
import type { Zone } from '../time/zone.ts';
import { windowAt } from './windows.ts';

export interface Part {
  name: string;
  met(execution: Upstream): boolean | Promise<boolean>;
}

export interface Gate {
  parts: readonly Part[];
  timeWindow?: Partial<TimeWindow>;
  resetOnSuccess: boolean;
}

/** What came, by part: when, and the flow outputs it brought. */
export type Counted = ReadonlyMap<string, { at: number; outputs: Record<string, unknown> }>;

export interface Passed {
  counted: Counted;
  /** The outputs of all that came, the later over the earlier; nothing while some part is not met. */
  outputs?: Record<string, unknown>;
}

export async function pass(gate: Gate, before: Counted, execution: Upstream, at: number, zone: Zone): Promise<Passed> {
  const window = windowAt(at, gate.timeWindow, zone);
  if (!window) return { counted: before };
  const counted = new Map([...before].filter(([, came]) => came.at >= window.start && came.at < window.end));
  let isOfUse = gate.parts.length === 0;
  for (const part of gate.parts) {
    if (!(await part.met(execution))) continue;
    isOfUse = true;
    counted.set(part.name, { at, outputs: execution.outputs ?? {} });
  }
  if (!isOfUse || gate.parts.some(({ name }) => !counted.has(name))) return { counted };
  const came = [...counted.values()].sort((a, b) => a.at - b.at);
  const outputs = Object.assign({}, ...came.map((one) => one.outputs), execution.outputs);
  return { counted: gate.resetOnSuccess ? new Map() : counted, outputs };
}

export function partsOf(written: Preconditions, render: (template: string) => Promise<string>): Part[] {
  const flows = (written.flows ?? []).map(
    (upstream, index): Part => ({
      name: `flow ${index}`,
      met: ({ namespace, flowId, state, labels }) =>
        (upstream.namespace === undefined || upstream.namespace === namespace) &&
        (upstream.flowId === undefined || upstream.flowId === flowId) &&
        (upstream.states === undefined || upstream.states.includes(state)) &&
        Object.entries(upstream.labels ?? {}).every(([key, value]) =>
          labels.some((label) => label.key === key && label.value === String(value)),
        ),
    }),
  );
  const filters = (written.where ?? []).map(
    (where): Part => ({
      name: `where ${where.id}`,
      async met(execution) {
        const all = await Promise.all(where.filters.map((filter) => fits(filter, execution, render)));
        return where.operand === 'OR' ? all.some(Boolean) : all.every(Boolean);
      },
    }),
  );
  return [...flows, ...filters];
}

type Filter = NonNullable<Preconditions['where']>[number]['filters'][number];

async function fits(
  filter: Filter,
  execution: Upstream,
  render: (template: string) => Promise<string>,
): Promise<boolean> {
  if (filter.field === 'EXPRESSION') {
    const rendered = await render(filter.value ?? '');
    if (filter.type === 'IS_NULL') return rendered === '';
    if (filter.type === 'IS_NOT_NULL') return rendered !== '';
    return isTruthy(rendered) === (filter.type !== 'IS_FALSE');
  }
  const fields = { FLOW_ID: execution.flowId, NAMESPACE: execution.namespace, STATE: execution.state };
  const given: string = fields[filter.field];
  const { value = '', values = [] } = filter;
  switch (filter.type) {
    case 'EQUAL_TO':
      return given === value;
    case 'NOT_EQUAL_TO':
      return given !== value;
    case 'IN':
      return values.includes(given);
    case 'NOT_IN':
      return !values.includes(given);
    case 'STARTS_WITH':
      return given.startsWith(value);
    case 'ENDS_WITH':
      return given.endsWith(value);
    case 'CONTAINS':
      return given.includes(value);
    case 'REGEX':
      return RE2JS.matches(value, given);
    case 'IS_TRUE':
      return isTruthy(given);
    case 'IS_FALSE':
      return !isTruthy(given);
    case 'IS_NULL':
      return false;
    case 'IS_NOT_NULL':
      return true;
  }
}
