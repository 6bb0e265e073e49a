/** The head of the lab, which is of the page and not of the island: what state it is in, which goals are reached. */
import type { Verdict } from '#engine/check/index.ts';
import type { Session } from './session.svelte.ts';

export function showState(lab: HTMLElement, { phase, execution, verdict, said }: Session): void {
  const chip = lab.querySelector('[data-lab-state]');
  if (!chip || said === '') return;
  const { text, tone } = stateOf(phase, execution?.state.current, verdict);
  chip.className = `chip ${tone}`;
  chip.textContent = text;
}

function stateOf(
  phase: Session['phase'],
  state: string | undefined,
  verdict: Verdict | undefined,
): { text: string; tone: '' | 'run' | 'ok' | 'err' } {
  if (phase === 'running') return { text: 'Berjalan', tone: 'run' };
  if (phase === 'checking') return { text: 'Memeriksa', tone: 'run' };
  if (verdict) {
    const passed = verdict.checks.filter((check) => check.passed).length;
    return { text: `${passed} dari ${verdict.checks.length} lulus`, tone: verdict.passed ? 'ok' : 'err' };
  }
  if (state === 'SUCCESS' || state === 'WARNING') return { text: 'Berhasil', tone: 'ok' };
  if (state === 'FAILED') return { text: 'Gagal', tone: 'err' };
  if (state === 'KILLED' || state === 'CANCELLED') return { text: 'Dihentikan', tone: '' };
  return { text: 'Belum dijalankan', tone: '' };
}

export function markGoals(lab: HTMLElement, verdict: Verdict | undefined): void {
  for (const { id, passed } of verdict?.checks ?? []) {
    const goal = lab.querySelector(`[data-check="${id}"]`);
    goal?.querySelector('.note')?.setAttribute('class', passed ? 'note full passed' : 'note failed');
    const said = goal?.querySelector('.visually-hidden');
    if (said) said.textContent = passed ? ' (lulus)' : ' (belum lulus)';
  }
}
