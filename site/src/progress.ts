/** What was read, kept in this browser: a note beside each page of the sidebar. Half while it is being read, full once its end was seen. */
const KEY = 'alur:read';

type Progress = Record<string, 'half' | 'full'>;

function kept(): Progress {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Progress;
  } catch {
    return {};
  }
}

function keep(path: string, how: 'half' | 'full'): void {
  const progress = kept();
  if (progress[path] === 'full') return;
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
    link.querySelector('.note')?.remove();
    link.querySelector('.note-said')?.remove();
    const note = document.createElement('span');
    note.className = `note ${how === 'full' ? 'full passed' : how === 'half' ? 'half link' : ''}`;
    note.ariaHidden = 'true';
    link.prepend(note);
    if (how === undefined) continue;
    const said = document.createElement('span');
    said.className = 'visually-hidden note-said';
    said.textContent = how === 'full' ? ' (selesai)' : ' (sedang dibaca)';
    link.append(said);
  }
}

const here = location.pathname;
const end = document.querySelector('footer');
if (document.querySelector('nav.sidebar') && end) {
  keep(here, 'half');
  show();
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    keep(here, 'full');
    show();
  }).observe(end);
}
