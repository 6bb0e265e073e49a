/**
 * What was read and what was passed, kept in this browser: a note beside each page of the sidebar. Half while it is being read, full once
 * its end was seen. A page with labs is never full by reading: its labs have to be passed, and then it says so.
 */
import { isPassed, PASSED } from './lab/passed.ts';

const KEY = 'alur:read';

type How = 'half' | 'full' | 'passed';
type Progress = Record<string, How>;

const RANK: Record<How, number> = { half: 0, full: 1, passed: 2 };
const SAID: Record<How, string> = { half: ' (sedang dikerjakan)', full: ' (selesai)', passed: ' (lulus)' };
const NOTE: Record<How, string> = { half: 'half link', full: 'full passed', passed: 'full passed' };

function kept(): Progress {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Progress;
  } catch {
    return {};
  }
}

function keep(path: string, how: How): void {
  const progress = kept();
  const before = progress[path];
  if (before !== undefined && RANK[before] >= RANK[how]) return;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...progress, [path]: how }));
  } catch {
    // a browser that keeps nothing shows nothing
  }
}

function show(): void {
  const progress = kept();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav.sidebar a[href]')) {
    const how = progress[link.pathname];
    for (const old of link.querySelectorAll('.note, .note-said')) old.remove();
    const note = document.createElement('span');
    note.className = `note ${how === undefined ? '' : NOTE[how]}`;
    note.ariaHidden = 'true';
    link.prepend(note);
    if (how === undefined) continue;
    const badge = link.querySelector('.sl-badge');
    if (how === 'passed' && badge) {
      badge.textContent = 'Lulus';
      badge.classList.add('passed');
    }
    const said = document.createElement('span');
    said.className = 'visually-hidden note-said';
    said.textContent = SAID[how];
    link.append(said);
  }
}

const here = location.pathname;
const labs = [...document.querySelectorAll<HTMLElement>('[data-lab]')].map(({ dataset }) => dataset.lab ?? '');
const end = document.querySelector('footer');

function reached(how: How): void {
  keep(here, labs.length === 0 ? how : labs.every(isPassed) ? 'passed' : 'half');
  show();
}

if (document.querySelector('nav.sidebar') && end) {
  reached('half');
  addEventListener(PASSED, () => reached('half'));
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    reached('full');
  }).observe(end);
}
