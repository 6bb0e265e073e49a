/** Cron as Kestra reads it: five fields (six with seconds), `@daily` and its kin, Sunday as 0 and 7. By croner. */
import { Cron } from 'croner';

const ALIASES: Record<string, string> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

export interface CronOptions {
  withSeconds?: boolean;
}

function patternOf(text: string, { withSeconds = false }: CronOptions): string {
  const alias = ALIASES[text.trim()];
  if (alias) return alias;
  const fields = text.trim().split(/\s+/);
  const wanted = withSeconds ? 6 : 5;
  if (fields.length !== wanted) throw new Error(`ada ${fields.length} kolom, padahal perlu ${wanted}.`);
  return fields.join(' ');
}

/** Why it is no cron expression, in Indonesian; nothing when it is one. */
export function cronProblem(text: string, options: CronOptions = {}): string | undefined {
  try {
    new Cron(patternOf(text, options), { paused: true });
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.startsWith('ada ') ? message : 'ada nilai di luar batas, atau tanda yang tidak dikenal.';
  }
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
