/** What the lab knows: the learner's text, what is being run, what came of it. One object that all its parts look at. */
import { proxy, type Remote } from 'comlink';
import type { CheckResult, Verdict } from '#engine/check/index.ts';
import type { Loading } from '#engine/hosts/browser/index.ts';
import type { Diagnostic, EngineEvent, Execution, Input, InputProblem, LogEntry } from '#engine/index.ts';
import type { LabApi, Parsed, Started } from './api.ts';
import { createDrafts, watchOtherTabs } from './drafts.ts';
import { type Fault, faultsOfRun, placedAnew } from './faults.ts';
import type { LabContent } from './island.ts';
import { createLogFeed, type LogFeed } from './logs.ts';
import { markPassed } from './passed.ts';
import { hold, isHeld } from './runLock.ts';
import { createWorkshop, engineWorker, SILENT } from './worker.ts';

/** How long a run may take to stop before the worker itself is ended. */
const PATIENCE = 2_500;

export type Phase = 'idle' | 'asking' | 'running' | 'checking';

/** The fields of the dialog, and what is done with what was written in them. */
export interface Asking {
  inputs: readonly Input[];
  /** What the button says. */
  go: string;
  /** Whether the answers are offered again the next time. */
  keep: boolean;
  start(values: Record<string, unknown>): Promise<void>;
}

/** An execution that goes on when the learner says so: it is paused, or the page was left in the middle of it. */
export interface Waiting {
  id: string;
  why: 'paused' | 'left';
}

const ENDS = new Set(['SUCCESS', 'WARNING', 'FAILED', 'KILLED', 'CANCELLED', 'RETRIED', 'SKIPPED']);

export class Session {
  source = $state('');
  parsed = $state.raw<Parsed>({ diagnostics: [], faults: [], inputs: [], graph: undefined, tasks: [] });
  /** Why the last run failed. */
  runFaults = $state.raw<Fault[]>([]);
  /** A place in the text to be shown; a new object each time. */
  attention = $state.raw<{ line: number; column: number } | undefined>(undefined);
  phase = $state<Phase>('idle');
  execution = $state.raw<Execution | undefined>(undefined);
  logs = $state.raw<LogEntry[]>([]);
  verdict = $state.raw<Verdict | undefined>(undefined);
  problems = $state.raw<InputProblem[]>([]);
  loading = $state.raw<readonly Loading[]>([]);
  progress = $state.raw<Record<string, string>>({});
  /** A sentence for everyone, screen readers too. */
  said = $state('');
  broken = $state('');
  saved = $state(true);
  /** This browser keeps nothing of what the engine makes once the page is closed. */
  forgetful = $state(false);
  now = $state(Date.now());
  /** The tasks as they stood when the run began; the text may have changed since. */
  ran = $state.raw<Parsed['tasks']>([]);
  asking = $state.raw<Asking | undefined>(undefined);
  waiting = $state.raw<Waiting | undefined>(undefined);
  /** What another tab saved for this lab meanwhile. */
  elsewhere = $state<string | undefined>(undefined);

  readonly content: LabContent;
  readonly starter: string;
  readonly drafts;
  private readonly workshop;
  private runId: string | undefined;
  /** Counts runs and checks: a late wish to stop must not hit the next one. */
  private turn = 0;
  /** Hentikan was pressed before the run had an id. */
  private stopWanted = false;
  private parseTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(content: LabContent) {
    this.content = content;
    this.starter = content.files['starter.yaml'] ?? '';
    this.drafts = createDrafts(content.id);
    this.source = this.drafts.load() ?? this.starter;
    this.workshop = createWorkshop(engineWorker, content.assets, (loading) => {
      this.loading = loading;
    });
    watchOtherTabs(content.id, (source) => {
      this.elsewhere = source === this.source ? undefined : source;
    });
  }

  /** Of the text and of the last run, where they stand in the text now. */
  get faults(): Fault[] {
    return [...this.parsed.faults, ...placedAnew(this.runFaults, this.parsed.tasks)];
  }

  get busy(): boolean {
    return this.phase === 'running' || this.phase === 'checking';
  }

  ask<T>(question: (api: Remote<LabApi>) => Promise<T>): Promise<T> {
    return this.workshop.ask(question);
  }

  /** Kept as typed; looked through a moment later. */
  edit(source: string): void {
    if (this.elsewhere !== undefined && source !== this.source) this.keepMine();
    this.source = source;
    this.saved = this.drafts.save(source);
    clearTimeout(this.parseTimer);
    this.parseTimer = setTimeout(() => void this.look(), 250);
  }

  /** Goes on with this tab's text; what the other tab saved is kept as a version. */
  keepMine(): void {
    if (this.elsewhere !== undefined) this.drafts.keep(this.elsewhere);
    this.elsewhere = undefined;
    this.saved = this.drafts.save(this.source);
  }

  /** Goes on with the other tab's text; this tab's is kept as a version. */
  takeTheirs(): void {
    const theirs = this.elsewhere;
    this.elsewhere = undefined;
    if (theirs !== undefined) this.replace(theirs);
  }

  async parse(): Promise<Diagnostic[]> {
    const source = this.source;
    const parsed = await this.ask((api) => api.parse(source));
    if (source === this.source) this.parsed = parsed;
    return parsed.diagnostics;
  }

  /** Reads the text for the editor's marks; says so when the engine is not there. */
  async look(): Promise<void> {
    try {
      await this.parse();
      this.forgetful = !(await this.ask((api) => api.keeps()));
    } catch (error) {
      this.broken = messageOf(error);
    }
  }

  /** Ends the engine and erases all it kept; the page starts anew. Rejects with what is in the way. */
  async startOver(): Promise<void> {
    this.workshop.end('Dimulai dari awal.');
    const { eraseKept } = await import('./startOver.ts');
    await eraseKept();
    location.reload();
  }

  /** The flow asks for its inputs first; without any it starts at once. */
  async begin(): Promise<void> {
    if (this.busy) return;
    this.broken = '';
    try {
      const errors = (await this.parse()).filter(({ severity }) => severity === 'error');
      if (errors[0]) {
        this.said = `Flow belum bisa dijalankan. Baris ${errors[0].line}: ${errors[0].message}`;
        this.show(errors[0]);
        return;
      }
    } catch (error) {
      this.broken = messageOf(error);
      return;
    }
    if (this.parsed.inputs.length === 0) await this.run({});
    else this.askFor({ inputs: this.parsed.inputs, go: 'Jalankan', keep: true, start: (values) => this.run(values) });
  }

  private askFor(asking: Asking): void {
    this.asking = asking;
    this.problems = [];
    this.phase = 'asking';
  }

  /** Brings the editor to a place of the text. */
  show({ line = 1, column = 1 }: { line?: number; column?: number }): void {
    this.attention = { line, column };
  }

  run(inputs: Record<string, unknown>): Promise<void> {
    this.execution = undefined;
    this.ran = this.parsed.tasks;
    return this.go((api) => api.start(this.source, inputs));
  }

  /** Ends a pause, asking first what it wants to know; or goes on with what an earlier page left. */
  async resume(): Promise<void> {
    const { waiting } = this;
    if (!waiting || this.busy) return;
    const start = (inputs: Record<string, unknown>) => this.go((api) => api.resume(waiting.id, inputs));
    const inputs = waiting.why === 'left' ? [] : await this.ask((api) => api.asked(waiting.id, this.source));
    if (inputs.length === 0) await start({});
    else this.askFor({ inputs, go: 'Lanjutkan', keep: false, start });
  }

  /** The execution that waits is not wanted any more. */
  async abandon(): Promise<void> {
    const { waiting } = this;
    this.forget();
    if (!waiting) return;
    await this.ask((api) => api.kill(waiting.id)).catch(() => undefined);
    this.execution = await this.ask((api) => api.execution(waiting.id)).catch(() => undefined);
    this.said = 'Dihentikan.';
  }

  /** What the last page of this lab left half way; nothing where another tab is at it. */
  async findLeft(): Promise<void> {
    const id = this.drafts.left();
    if (id === undefined || (await isHeld(id))) return;
    const execution = await this.ask((api) => api.execution(id)).catch(() => undefined);
    if (this.busy) return;
    if (!execution || ENDS.has(execution.state.current)) return this.forget();
    this.execution = execution;
    this.ran = this.parsed.tasks;
    this.logs = await this.ask((api) => api.logs(id, 0));
    this.waiting = { id, why: execution.state.current === 'PAUSED' ? 'paused' : 'left' };
  }

  private forget(): void {
    this.waiting = undefined;
    this.drafts.saveLeft(undefined);
  }

  private async go(begin: (api: Remote<LabApi>) => Promise<Started>): Promise<void> {
    this.phase = 'running';
    this.turn++;
    this.logs = [];
    this.problems = [];
    this.runFaults = [];
    this.progress = {};
    this.runId = undefined;
    this.stopWanted = false;
    this.refreshing = false;
    this.said = 'Berjalan…';
    try {
      const started = await this.ask<Started>(begin);
      if ('id' in started) await this.watch(started.id);
      else this.refused(started);
    } catch (error) {
      this.broken = messageOf(error);
      this.said = 'Dihentikan.';
    } finally {
      this.loading = [];
      if (this.phase === 'running') this.phase = 'idle';
    }
  }

  /** From the run's start to its end. */
  private async watch(id: string): Promise<void> {
    this.runId = id;
    this.waiting = undefined;
    this.drafts.saveLeft(id);
    const letGo = hold(id);
    if (this.stopWanted) void this.stop();
    const feed = createLogFeed(
      (from) => this.ask((api) => api.logs(id, from)),
      (lines) => {
        if (id === this.runId) this.logs = [...this.logs, ...lines];
      },
    );
    this.execution = await this.ask((api) => api.execution(id));
    const ticking = setInterval(() => {
      this.now = Date.now();
    }, 100);
    try {
      const observer = proxy((events: EngineEvent[]) => void this.observe(id, events, feed));
      this.execution = await this.ask((api) => api.follow(id, observer));
      await feed();
    } finally {
      clearInterval(ticking);
      letGo();
    }
    if (this.execution.state.current === 'PAUSED') {
      this.waiting = { id, why: 'paused' };
      this.said = 'Dijeda. Tekan Lanjutkan untuk meneruskan.';
      return;
    }
    this.forget();
    this.runFaults = faultsOfRun(this.execution, this.logs, this.ran);
    this.said = endOf(this.execution, this.runFaults);
  }

  private refused(answer: { problems: InputProblem[] } | { diagnostics: Diagnostic[] } | { refused: string }): void {
    if ('problems' in answer) {
      this.problems = answer.problems;
      this.said = 'Belum dijalankan. Perbaiki input yang ditandai, lalu Jalankan lagi.';
      this.phase = 'asking';
    } else this.said = 'refused' in answer ? answer.refused : (answer.diagnostics[0]?.message ?? '');
  }

  private refreshing = false;
  private async observe(id: string, events: EngineEvent[], feed: LogFeed): Promise<void> {
    if (id !== this.runId) return;
    for (const event of events) {
      if (event.type !== 'progress') continue;
      const part = event.total === undefined ? '' : ` dari ${event.total}`;
      this.progress = { ...this.progress, [event.taskRunId]: `${event.what} ${event.done}${part}` };
    }
    if (this.refreshing) return;
    this.refreshing = true;
    try {
      if (events.some(({ type }) => type !== 'logs')) {
        const execution = await this.ask((api) => api.execution(id));
        if (id === this.runId) this.execution = execution;
      }
      await feed();
    } catch {
      // The run itself ends with the same reason and says it.
    } finally {
      this.refreshing = false;
    }
  }

  /** Asks the engine to stop; ends its worker where it does not answer. */
  async stop(): Promise<void> {
    this.said = 'Menghentikan…';
    const { phase, runId, turn } = this;
    if (phase === 'running' && runId === undefined) this.stopWanted = true;
    setTimeout(() => {
      if (this.busy && this.turn === turn) this.workshop.end(SILENT);
    }, PATIENCE);
    const stopped = this.ask(async (api) => {
      if (phase === 'checking') await api.stopCheck();
      else if (runId !== undefined) await api.kill(runId);
      // After the wish to stop: what waited for it has ended as stopped, not as failed.
      await api.cancelLoading();
    });
    await stopped.catch(() => undefined);
  }

  /** Ends what is being fetched, and what waits for it. */
  async cancelLoading(): Promise<void> {
    if (this.busy) await this.stop();
    else await this.ask((api) => api.cancelLoading()).catch(() => undefined);
  }

  async check(): Promise<void> {
    if (this.busy) return;
    this.phase = 'checking';
    this.turn++;
    this.broken = '';
    this.verdict = undefined;
    this.said = 'Memeriksa…';
    try {
      const { id, files } = this.content;
      const { 'lab.yaml': lab = '', 'checks.yaml': checks = '', 'starter.yaml': starter = '' } = files;
      const needed = { 'lab.yaml': lab, 'checks.yaml': checks, 'starter.yaml': starter };
      const progress = proxy((done: number, of: number) => {
        this.said = `Memeriksa: jalan ke-${done + 1} dari ${of}…`;
      });
      this.verdict = await this.ask((api) => api.check(id, needed, this.source, progress));
      const passed = this.verdict.checks.filter((one: CheckResult) => one.passed).length;
      this.said = `${passed} dari ${this.verdict.checks.length} lulus.`;
      if (this.verdict.passed) markPassed(id);
    } catch (error) {
      this.said = messageOf(error);
    } finally {
      this.loading = [];
      this.phase = 'idle';
    }
  }

  /** The version before is kept, and can be brought back. */
  replace(source: string): void {
    if (this.source !== source && this.source !== this.starter) this.drafts.keep(this.source);
    this.edit(source);
  }

  async solution(): Promise<string> {
    const response = await fetch(this.content.solution);
    if (!response.ok) throw new Error('Solusi tidak bisa diambil. Periksa koneksimu, lalu coba lagi.');
    return ((await response.json()) as { solution: string }).solution;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function endOf({ state }: Execution, [fault]: readonly Fault[]): string {
  switch (state.current) {
    case 'SUCCESS':
      return 'Berhasil.';
    case 'WARNING':
      return 'Berhasil dengan peringatan.';
    case 'KILLED':
      return 'Dihentikan.';
    default:
      return fault ? `Gagal. ${fault.title}: ${fault.cause.replaceAll('`', '')}` : 'Gagal. Baca log task yang gagal.';
  }
}
