/** The highest resident size of this process in MB. Linux hands `maxRSS` down from the process that started it, so its own count is read. */
import { readFileSync } from 'node:fs';

export function peakMegabytes(): number {
  const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(status())?.[1] ?? process.resourceUsage().maxRSS);
  return Math.round((kilobytes * 1024) / 1_000_000);
}

function status(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
