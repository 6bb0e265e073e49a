/** An execution's labels: the flow's, those it was started with, and Kestra's own `system.correlationId`. The last of a key wins. */
import type { Label } from '../door.ts';
import type { Header } from './events.ts';

const WEBHOOK = 'io.kestra.plugin.core.trigger.Webhook';

/** An execution that a webhook starts has no `system.correlationId`, as in a Kestra. */
export function startLabels(header: Header): Label[] {
  const given = header.trigger?.type === WEBHOOK || header.labels.some(({ key }) => key === 'system.correlationId');
  return given ? header.labels : [...header.labels, { key: 'system.correlationId', value: header.id }];
}

export function mergeLabels(labels: readonly Label[], more: Record<string, string>): Label[] {
  const merged = new Map(labels.map(({ key, value }) => [key, value]));
  for (const [key, value] of Object.entries(more)) merged.set(key, value);
  return [...merged].map(([key, value]) => ({ key, value }));
}

/** `labels` of the expression context: `system.correlationId` is reached as a nested map. */
export function nestedLabels(labels: readonly Label[]): Record<string, unknown> {
  const nested: Record<string, unknown> = Object.create(null);
  for (const { key, value } of labels) {
    const steps = key.split('.');
    const last = steps.pop() ?? key;
    let at = nested;
    for (const step of steps) {
      const next = at[step];
      const inner = typeof next === 'object' && next !== null ? (next as Record<string, unknown>) : Object.create(null);
      at[step] = inner;
      at = inner;
    }
    at[last] = value;
  }
  return nested;
}
