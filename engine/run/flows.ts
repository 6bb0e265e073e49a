/** The flows an engine holds, by namespace and id; the same text keeps its revision. */
import type { Flow } from '../door.ts';
import { parseFlow } from '../flow/index.ts';
import { InvalidFlowError, NotFoundError } from './errors.ts';

export interface Deployed {
  namespace: string;
  id: string;
  revision: number;
}

export interface Flows {
  /** Throws `InvalidFlowError`. `isNew` is false when the same text was there already. */
  deploy(source: string): Deployed & { isNew: boolean };
  /** The newest revision, or that one. Throws `NotFoundError`. */
  get(namespace: string, id: string, revision?: number): Flow;
  all(): Flow[];
  /** Sorted, each once. */
  namespaces(): string[];
}

export function createFlows(): Flows {
  const revisions = new Map<string, Flow[]>();

  const all = () => [...revisions.values()].flatMap((known) => known.at(-1) ?? []);

  return {
    deploy(source) {
      const { flow, diagnostics } = parseFlow(source);
      if (!flow) throw new InvalidFlowError(diagnostics);
      const key = `${flow.namespace}/${flow.id}`;
      const known = revisions.get(key) ?? [];
      const latest = known.at(-1);
      const { namespace, id } = flow;
      if (latest?.source === source) return { namespace, id, revision: latest.revision, isNew: false };
      const revision = known.length + 1;
      revisions.set(key, [...known, { ...flow, revision }]);
      return { namespace, id, revision, isNew: true };
    },
    get(namespace, id, revision) {
      const known = revisions.get(`${namespace}/${id}`);
      const flow = revision === undefined ? known?.at(-1) : known?.[revision - 1];
      if (!flow) throw new NotFoundError(`Flow ${namespace}.${id} tidak ada di sini.`);
      return flow;
    },
    all,
    namespaces: () => [...new Set(all().map(({ namespace }) => namespace))].sort(),
  };
}
