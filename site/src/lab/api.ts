/** What the page asks of the worker that holds the engine. Everything here crosses by structured clone. */
import type { Verdict } from '#engine/check/index.ts';
import type { Loading } from '#engine/hosts/browser/index.ts';
import type {
  Completions,
  Diagnostic,
  EngineEvent,
  Execution,
  Graph,
  Input,
  InputProblem,
  LogEntry,
} from '#engine/index.ts';
import type { Fault } from './faults.ts';

export interface Parsed {
  diagnostics: Diagnostic[];
  inputs: Input[];
  graph: Graph | undefined;
  /** What is wrong, for the cards. */
  faults: Fault[];
  /** The tasks in the order of the text, with how deep they stand. */
  tasks: { id: string; type: string; depth: number; line: number }[];
}

export type Started =
  | { id: string }
  | { problems: InputProblem[] }
  | { diagnostics: Diagnostic[] }
  | { refused: string };

export interface Table {
  schema: string;
  name: string;
  rows: number;
  columns: { name: string; type: string }[];
}

export type QueryAnswer =
  | { columns: { name: string; type: string }[]; rows: unknown[][]; affected: number; milliseconds: number }
  | { fault: Fault }
  /** The learner did it. */
  | { stopped: true };

export interface LabApi {
  open(assets: string, onLoading: (loading: Loading[]) => void): Promise<void>;
  parse(source: string): Promise<Parsed>;
  complete(source: string, offset: number): Promise<Completions>;
  start(source: string, inputs: Record<string, unknown>): Promise<Started>;
  /** What a pause of it asks, as the flow's text says. */
  asked(id: string, source: string): Promise<Input[]>;
  /** Ends a pause, or goes on with what an earlier page left half way. */
  resume(id: string, inputs: Record<string, unknown>): Promise<Started>;
  /** Events in batches, until nothing more happens, or it waits for a person. */
  follow(id: string, onEvents: (events: EngineEvent[]) => void): Promise<Execution>;
  execution(id: string): Promise<Execution>;
  logs(id: string, from: number): Promise<LogEntry[]>;
  kill(id: string): Promise<void>;
  /** Ends what is being fetched for Postgres or Python. */
  cancelLoading(): Promise<void>;
  tables(database: string): Promise<Table[]>;
  query(database: string, sql: string): Promise<QueryAnswer>;
  /** Ends the query that runs, if one does. */
  stopQuery(): Promise<void>;
  check(
    lab: string,
    files: Record<string, string>,
    source: string,
    onProgress: (done: number, of: number) => void,
  ): Promise<Verdict>;
  stopCheck(): Promise<void>;
  /** Whether this browser keeps anything when the page is closed. */
  keeps(): Promise<boolean>;
  /** A stored file, whole. */
  file(uri: string): Promise<Blob>;
}
