/** What a task may ask of the engine itself: another flow, the execution's variables. */
import type { StartOptions } from '../door.ts';
import type { EngineCalls } from '../plugins/definition.ts';
import type { Header } from './events.ts';
import { type Run, stateOf } from './runner.ts';
import { until } from './watch.ts';

interface Needs {
  namespaces(): readonly string[];
  startExecution(flow: { namespace: string; id: string }, given: StartOptions, from?: Partial<Header>): Promise<Run>;
}

export function engineCalls(run: Run, { startExecution, namespaces }: Needs): EngineCalls {
  return {
    namespaces,
    async startSubflow({ namespace, flowId, inputs, labels, inheritLabels }) {
      const own = Object.entries(labels).map(([key, value]) => ({ key, value }));
      const inherited = inheritLabels
        ? run.state.labels
        : run.state.labels.filter(({ key }) => key === 'system.correlationId');
      const started = await startExecution(
        { namespace, id: flowId },
        { inputs, labels: [...inherited, ...own] },
        { parentId: run.state.header.id },
      );
      return {
        id: started.state.header.id,
        async wait() {
          await until(started, () => started.over);
          return { state: stateOf(started), outputs: started.state.flowOutputs ?? {} };
        },
      };
    },
    setVariables(variables, overwrite) {
      const existing = Object.keys(variables).filter((name) => Object.hasOwn(run.state.variables, name));
      if (existing.length > 0 && !overwrite) {
        throw new Error(
          `\`overwrite\` is set to false and the following variables already exist: ${existing.join(', ')}`,
        );
      }
      void run.feed({ type: 'variables', variables: { ...run.state.variables, ...variables } });
    },
    unsetVariables(names, ignoreMissing) {
      const missing = names.find((name) => !Object.hasOwn(run.state.variables, name));
      if (missing !== undefined && !ignoreMissing) throw new Error(`Variable '${missing}' does not exist`);
      const kept = Object.entries(run.state.variables).filter(([name]) => !names.includes(name));
      void run.feed({ type: 'variables', variables: Object.fromEntries(kept) });
    },
  };
}
