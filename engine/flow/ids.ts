/** Ids and namespaces as Kestra takes them. */
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import type { Reader } from './reader.ts';
import type { Path } from './source.ts';

const TASK_ID = /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/;
const FLOW_ID = /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/;
const NAMESPACE = /^[a-z0-9][a-z0-9._-]*$/;
/** Flow ids that are paths of Kestra's own API. */
const RESERVED = [
  'pause',
  'resume',
  'force-run',
  'change-status',
  'kill',
  'executions',
  'search',
  'source',
  'disable',
  'enable',
];

/** A trigger's may be of any length. */
export function checkTaskId(reader: Reader, id: string, path: Path, most = 256): void {
  if (!TASK_ID.test(id) || id.length > most) reader.report('bad-id', [...path, 'id'], say.badId(id));
}

/** Of an input or output: dots too, `a.b` is seen as `inputs.a.b`. */
export function checkInputId(reader: Reader, id: string, path: Path): void {
  if (!FLOW_ID.test(id)) reader.report('bad-id', [...path, 'id'], say.badId(id));
}

export function checkFlowId(reader: Reader, id: string): void {
  if (!FLOW_ID.test(id) || id.length > 100) reader.report('bad-id', ['id'], say.badId(id));
  else if (RESERVED.includes(id)) reader.report('reserved-id', ['id'], say.reservedId(id));
}

/** A Kestra fails on a number as a namespace. */
export function checkNamespace(reader: Reader, namespace: unknown): void {
  if (typeof namespace !== 'string') {
    reader.report('bad-namespace', ['namespace'], say.wrongType('namespace', 'tulis sebuah teks, di antara kutip.'));
  } else if (!NAMESPACE.test(namespace) || namespace.length > 150) {
    reader.report('bad-namespace', ['namespace'], say.badNamespace(namespace));
  }
}
