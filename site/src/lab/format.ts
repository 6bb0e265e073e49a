/** Numbers and durations as Indonesians write them: `5.000`, `13,30 dtk`. */
const whole = new Intl.NumberFormat('id-ID');

export const count = (value: number): string => whole.format(value);

export function duration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} md`;
  if (milliseconds < 59_995) return `${(milliseconds / 1000).toFixed(2).replace('.', ',')} dtk`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} mnt ${seconds % 60} dtk`;
}

/** An instant as this machine's wall clock shows it: `09.00.05`. */
export function clock(at: string | number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join('.');
}

export function bytes(value: number): string {
  if (value < 1024) return `${value} B`;
  if (value < 1024 * 1024) return `${Math.round(value / 1024)} KB`;
  return `${(value / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}

const STATES: Record<string, string> = {
  CREATED: 'Menunggu',
  SUBMITTED: 'Menunggu',
  QUEUED: 'Menunggu',
  RUNNING: 'Berjalan',
  PAUSED: 'Dijeda',
  RETRYING: 'Mengulang',
  KILLING: 'Dihentikan…',
  KILLED: 'Dihentikan',
  CANCELLED: 'Dibatalkan',
  SUCCESS: 'Berhasil',
  WARNING: 'Berhasil dengan peringatan',
  FAILED: 'Gagal',
  SKIPPED: 'Dilewati',
};

export const stateName = (state: string): string => STATES[state] ?? state;

export type Tone = 'later' | 'run' | 'ok' | 'err' | 'skip';

export function toneOf(state: string | undefined): Tone {
  if (state === undefined || state === 'CREATED' || state === 'SUBMITTED' || state === 'QUEUED') return 'later';
  if (state === 'SUCCESS' || state === 'WARNING') return 'ok';
  if (state === 'SKIPPED') return 'skip';
  return state === 'FAILED' || state === 'KILLED' || state === 'CANCELLED' ? 'err' : 'run';
}
