/** What the lab knows: the learner's text, what is being run, what came of it. One object that all its parts look at. */
import { proxy } from 'comlink';
import type { CheckResult, Verdict } from '#engine/check/index.ts';
import type { Diagnostic, EngineEvent, Execution, InputProblem, LogEntry } from '#engine/index.ts';
import type { Loading, Parsed } from './api.ts';
import { createDrafts } from './drafts.ts';
import type { LabContent } from './island.ts';
import { createWorkshop } from './worker.ts';

export type Phase = 'idle' | 'asking' | 'running' | 'checking';

export class Session {
  source = $state('');
  parsed = $state.raw<Parsed>({ diagnostics: [], inputs: [], graph: undefined, tasks: [] });
  phase = $state<Phase>('idle');
  execution = $state.raw<Execution | undefined>(undefined);
  logs = $state.raw<LogEntry[]>([]);
  verdict = $state.raw<Verdict | undefined>(undefined);
  problems = $state.raw<InputProblem[]>([]);
  loading = $state.raw<Loading | undefined>(undefined);
  progress = $state.raw<Record<string, string>>({});
  /** A sentence for everyone, screen readers too. */
  said = $state('');
  broken = $state('');
  saved = $state(true);
  now = $state(Date.now());

  readonly content: LabContent;
  readonly starter: string;
  readonly drafts;
  private readonly workshop;
  private runId: string | undefined;
  private parseTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(content: LabContent) {
    this.content = content;
    this.starter = content.files['starter.yaml'] ?? '';
    this.drafts = createDrafts(content.id);
    this.source = this.drafts.load() ?? this.starter;
    this.workshop = createWorkshop(
      content.assets,
      (loading) => {
        this.loading = loading;
      },
      (message) => {
        this.broken = message;
        this.phase = 'idle';
      },
    );
  }

  get busy(): boolean {
    return this.phase === 'running' || this.phase === 'checking';
  }

  api() {
    return this.workshop.api();
  }

  /** Kept as typed; looked through a moment later. */
  edit(source: string): void {
    this.source = source;
    this.saved = this.drafts.save(source);
    clearTimeout(this.parseTimer);
    this.parseTimer = setTimeout(() => void this.parse(), 250);
  }

  async parse(): Promise<Diagnostic[]> {
    const source = this.source;
    const parsed = await (await this.api()).parse(source);
    if (source === this.source) this.parsed = parsed;
    return parsed.diagnostics;
  }

  /** The flow asks for its inputs first; without any it starts at once. */
  async ask(): Promise<void> {
    if (this.busy) return;
    this.broken = '';
    const errors = (await this.parse()).filter(({ severity }) => severity === 'error');
    if (errors[0]) {
      this.said = `Flow belum bisa dijalankan. Baris ${errors[0].line}: ${errors[0].message}`;
      return;
    }
    if (this.parsed.inputs.length === 0) await this.run({});
    else this.phase = 'asking';
  }

  async run(inputs: Record<string, unknown>): Promise<void> {
    this.phase = 'running';
    this.execution = undefined;
    this.logs = [];
    this.problems = [];
    this.progress = {};
    this.said = 'Berjalan…';
    try {
      const api = await this.api();
      const started = await api.start(this.source, inputs);
      if (!('id' in started)) return this.refused(started);
      this.runId = started.id;
      this.execution = await api.execution(started.id);
      const ticking = setInterval(() => {
        this.now = Date.now();
      }, 100);
      try {
        this.execution = await api.follow(
          started.id,
          proxy((events) => void this.observe(started.id, events)),
        );
        await this.fetchLogs(started.id);
      } finally {
        clearInterval(ticking);
      }
      this.said = endOf(this.execution);
    } catch (error) {
      this.broken = error instanceof Error ? error.message : String(error);
    } finally {
      this.loading = undefined;
      this.phase = 'idle';
    }
  }

  private refused(answer: { problems: InputProblem[] } | { diagnostics: Diagnostic[] } | { refused: string }): void {
    if ('problems' in answer) {
      this.problems = answer.problems;
      this.phase = 'asking';
    } else this.said = 'refused' in answer ? answer.refused : (answer.diagnostics[0]?.message ?? '');
  }

  private refreshing = false;
  private async observe(id: string, events: EngineEvent[]): Promise<void> {
    for (const event of events) {
      if (event.type !== 'progress') continue;
      const part = event.total === undefined ? '' : ` dari ${event.total}`;
      this.progress = { ...this.progress, [event.taskRunId]: `${event.what} ${event.done}${part}` };
    }
    if (this.refreshing) return;
    this.refreshing = true;
    try {
      const api = await this.api();
      if (events.some(({ type }) => type !== 'logs')) this.execution = await api.execution(id);
      await this.fetchLogs(id);
    } finally {
      this.refreshing = false;
    }
  }

  private fetching: Promise<void> = Promise.resolve();

  /** One after the other: two at once would bring the same lines twice. */
  private fetchLogs(id: string): Promise<void> {
    this.fetching = this.fetching.then(() => this.fetchMore(id));
    return this.fetching;
  }

  private async fetchMore(id: string): Promise<void> {
    if (id !== this.runId) return;
    const more = await (await this.api()).logs(id, this.logs.length);
    if (more.length > 0) this.logs = [...this.logs, ...more];
  }

  async stop(): Promise<void> {
    this.said = 'Dihentikan…';
    const api = await this.api();
    if (this.phase === 'checking') await api.stopCheck();
    else if (this.runId !== undefined) await api.kill(this.runId).catch(() => undefined);
  }

  async check(): Promise<void> {
    if (this.busy) return;
    this.phase = 'checking';
    this.verdict = undefined;
    this.said = 'Memeriksa…';
    try {
      const api = await this.api();
      const { id, files } = this.content;
      const { 'lab.yaml': lab = '', 'checks.yaml': checks = '', 'starter.yaml': starter = '' } = files;
      const needed = { 'lab.yaml': lab, 'checks.yaml': checks, 'starter.yaml': starter };
      this.verdict = await api.check(
        id,
        needed,
        this.source,
        proxy((done, of) => {
          this.said = `Memeriksa: jalan ke-${done + 1} dari ${of}…`;
        }),
      );
      const passed = this.verdict.checks.filter((one: CheckResult) => one.passed).length;
      this.said = `${passed} dari ${this.verdict.checks.length} lulus.`;
    } catch (error) {
      this.said = error instanceof Error ? error.message : String(error);
    } finally {
      this.loading = undefined;
      this.phase = 'idle';
    }
  }

  /** The version before is kept, and can be brought back. */
  replace(source: string): void {
    if (this.source !== source) this.drafts.keep(this.source);
    this.edit(source);
  }

  async solution(): Promise<string> {
    const response = await fetch(this.content.solution);
    if (!response.ok) throw new Error('Solusi tidak bisa diambil. Periksa koneksimu, lalu coba lagi.');
    return ((await response.json()) as { solution: string }).solution;
  }
}

function endOf({ state }: Execution): string {
  switch (state.current) {
    case 'SUCCESS':
      return 'Berhasil.';
    case 'WARNING':
      return 'Berhasil dengan peringatan.';
    case 'KILLED':
      return 'Dihentikan.';
    default:
      return 'Gagal. Baca log task yang gagal.';
  }
}
