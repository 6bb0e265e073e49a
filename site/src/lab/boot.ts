/**
 * The only script of a lab page that loads with it: waits for the first touch, click or Ctrl+Enter, then brings the island. The wish
 * behind the click is carried along, so that none is lost.
 */
for (const lab of document.querySelectorAll<HTMLElement>('[data-lab]')) {
  const mount = lab.querySelector<HTMLElement>('[data-lab-mount]');
  if (mount) watch(lab, mount);
}

function watch(lab: HTMLElement, mount: HTMLElement): void {
  let island: Promise<typeof import('./island.ts')> | undefined;
  let mounted = false;
  const fetchIt = () => {
    island ??= import('./island.ts');
    return island;
  };
  const bring = async (wish?: string) => {
    if (mounted) return;
    mounted = true;
    lab.setAttribute('aria-busy', 'true');
    const { mountLab } = await fetchIt();
    mountLab(lab, mount, wish);
    lab.removeAttribute('aria-busy');
  };

  lab.addEventListener('pointerenter', () => void fetchIt(), { once: true });
  lab.addEventListener('focusin', () => void fetchIt(), { once: true });
  mount.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    const editor = (event.target as Element).closest('[data-lab-editor]');
    if (!mounted && (button || editor)) void bring(button?.dataset.action ?? 'edit');
  });
  lab.addEventListener('keydown', (event) => {
    if (mounted) return;
    const onEditor = (event.target as Element).closest('[data-lab-editor]') !== null;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void bring('run');
    else if (event.key === 'Enter' && onEditor) void bring('edit');
  });
}
