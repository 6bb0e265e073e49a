/** What a task may ask of the engine itself: another flow, other executions, the execution's variables. */
import type { State } from '../door.ts';
import { type EngineCalls, type StartedSubflow, type SubflowRequest, TaskError } from '../plugins/definition.ts';
import { InputError, NotFoundError, RefusedError } from './errors.ts';
import { type House, stateOfEntry } from './house.ts';
import type { Entry } from './ledger.ts';
import { purge, purgeLogs } from './purging.ts';
import { type Run, stateOf } from './runner.ts';
import { StoppedError } from './stopped.ts';
import { mergeVariables, withoutVariables } from './variables.ts';
import { until } from './watch.ts';

/** Flows that call each other deeper than this call each other in a circle. */
const DEEPEST = 50;

export function engineCalls(run: Run, taskRunId: string, house: House): EngineCalls {
  return {
    namespaces: house.flows.namespaces,
    async startSubflow(request) {
      const known = await knownChild(run, taskRunId, request, house);
      if (known) return started(known, house);
      refuseDeep(run, house);
      return started(await child(run, taskRunId, request, house), house);
    },
    setVariables(variables, overwrite) {
      void run.feed({ type: 'variables', variables: mergeVariables(run.state.variables, variables, overwrite) });
    },
    unsetVariables(names) {
      void run.feed({ type: 'variables', variables: withoutVariables(run.state.variables, names) });
    },
    async resumeExecution(id, inputs) {
      try {
        await house.operations.resume(id, inputs);
      } catch (error) {
        throw said(error, { missing: `No execution found for execution id ${id}` });
      }
    },
    executions({ states, from = 0, until: last = Number.POSITIVE_INFINITY }) {
      const found = [...house.ledger.all()].reverse().flatMap((entry) => {
        const { id, namespace, flowId, startedAt } = entry;
        const state = stateOfEntry(house, entry);
        const isMeant = startedAt >= from && startedAt <= last && (states?.includes(state) ?? true);
        return isMeant ? [{ id, namespace, flowId, state }] : [];
      });
      return found;
    },
    async logs(executionId, minLevel) {
      if (!house.ledger.get(executionId)) return [];
      return (await house.runs.find(executionId)).log.range({ minLevel });
    },
    purge: (ids, what) => purge(house, ids, what),
    purgeLogs: (ids, which) => purgeLogs(house, ids, which),
    async toggleTrigger(key, disabled) {
      const name = `${key.namespace}.${key.flowId}`;
      try {
        await house.triggers.schedules.toggle(key, disabled);
      } catch (error) {
        const missing = `Unable to find flow ${name}. Make sure the flow exists and the current execution is authorized to access it.`;
        if (error instanceof NotFoundError) throw new TaskError(missing, { explanation: error.message });
        if (!(error instanceof RefusedError)) throw error;
        const none = `Unable to find trigger ${key.triggerId} for the flow ${name}`;
        throw new TaskError(none, { explanation: error.message });
      }
    },
  };
}

async function child(run: Run, taskRunId: string, request: SubflowRequest, house: House): Promise<Run> {
  const { namespace, flowId, revision, inputs, inheritLabels } = request;
  const own = Object.entries(request.labels).map(([key, value]) => ({ key, value }));
  const inherited = run.state.labels.filter(({ key }) => inheritLabels || key === 'system.correlationId');
  const { header, taskRuns } = run.state;
  const taskRun = taskRuns.get(taskRunId);
  const variables = {
    executionId: header.id,
    namespace: header.namespace,
    flowId: header.flowId,
    flowRevision: header.revision,
    taskId: taskRun?.task.id,
    taskRunId,
    ...request.variables,
    ...(request.iteration !== undefined && { taskRunIteration: request.iteration }),
  };
  const trigger = { id: taskRun?.task.id ?? '', type: taskRun?.task.type ?? '', variables };
  try {
    const at = { namespace, id: flowId, ...(revision !== undefined && { revision }) };
    return await house.start(at, { inputs, labels: [...inherited, ...own], trigger });
  } catch (error) {
    throw said(error, { missing: `Unable to find flow '${namespace}'.'${flowId}' with revision '${revision ?? 0}'` });
  }
}

/** The one that this try had started before a crash; after a restart the failed one goes on. */
async function knownChild(
  run: Run,
  taskRunId: string,
  { iteration }: SubflowRequest,
  house: House,
): Promise<Run | undefined> {
  const taskRun = run.state.taskRuns.get(taskRunId);
  const begun = taskRun?.histories.findLast(({ state }) => state === 'CREATED' || state === 'RESTARTED');
  const last = house.ledger.startedBy(taskRunId).findLast(({ by }) => iteration === by?.iteration);
  if (!last || !begun) return undefined;
  if (last.startedAt >= begun.at && house.recovered.has(run)) return house.runs.find(last.id);
  if (begun.state !== 'RESTARTED' || taskRun?.task.properties.restartBehavior === 'NEW_EXECUTION') return undefined;
  const end = stateOfEntry(house, last);
  if (end !== 'SUCCESS' && end !== 'WARNING' && end !== 'FAILED') return undefined;
  if (end === 'FAILED') await house.operations.restart(last.id).catch(() => undefined);
  return house.runs.find(last.id);
}

function started(other: Run, house: House): StartedSubflow {
  return {
    id: other.state.header.id,
    async wait(signal) {
      const stop = (): void => {
        if (!(signal.reason instanceof StoppedError) || signal.reason.because === 'closed') return;
        void house.operations.kill(other.state.header.id).catch(() => undefined);
      };
      signal.addEventListener('abort', stop, { once: true });
      await house.operations.goOn(other);
      await until(other, () => other.over);
      signal.removeEventListener('abort', stop);
      const { flowOutputs, outputProblems } = other.state;
      const error = flowOutputs === null ? outputProblems.at(-1) : undefined;
      const warnings = error === undefined ? outputProblems : outputProblems.slice(0, -1);
      return { state: stateOf(other), outputs: flowOutputs ?? undefined, warnings, ...(error && { error }) };
    },
    get state(): State {
      return stateOf(other);
    },
  };
}

function refuseDeep(run: Run, { ledger }: House): void {
  let depth = 0;
  let at: Entry | undefined = ledger.get(run.state.header.id);
  while (at?.by) {
    at = ledger.get(at.by.executionId);
    if (++depth >= DEEPEST) {
      throw new TaskError(`Too many nested subflows: ${DEEPEST}`, {
        explanation: `Flow saling memanggil sampai ${DEEPEST} tingkat. Mungkin melingkar: sebuah flow memanggil dirinya sendiri, langsung atau lewat flow lain.`,
      });
    }
  }
}

/** Kestra's words for a flow or execution that isn't there, or inputs that do not fit. */
function said(error: unknown, { missing }: { missing: string }): unknown {
  if (error instanceof NotFoundError) return new TaskError(missing, { explanation: error.message, lines: [missing] });
  if (error instanceof InputError) {
    const message = error.problems.map((problem) => `${problem.input}: ${problem.message}`).join(', ');
    return new TaskError(message, { explanation: error.message });
  }
  if (!(error instanceof RefusedError)) return error;
  // A Kestra says it twice: where the flow is started, and where the task fails.
  const refused = 'Cannot execute a flow which is disabled';
  return new TaskError(refused, { explanation: error.message, lines: [refused] });
}
