/** Which labs were passed in this browser; small, as every page of the site reads it. */
import { PREFIX } from './draftKey.ts';

/** Told to the page when a lab has been passed. */
export const PASSED = 'alur:passed';

const keyOf = (lab: string): string => `${PREFIX}${lab}:passed`;

export function isPassed(lab: string): boolean {
  try {
    return localStorage.getItem(keyOf(lab)) !== null;
  } catch {
    return false;
  }
}

export function markPassed(lab: string): void {
  try {
    localStorage.setItem(keyOf(lab), new Date().toISOString());
  } catch {
    // a browser that keeps nothing shows nothing
  }
  dispatchEvent(new Event(PASSED));
}
