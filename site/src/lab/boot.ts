/**
 * The only script of a lab page that loads with it: waits for the first touch, click or Ctrl+Enter, then brings the island. The wish
 * behind the last click is carried along, so that none is lost; where something was typed here before, the island comes by itself.
 */
import { draftKey, leftKey } from './draftKey.ts';

for (const lab of document.querySelectorAll<HTMLElement>('[data-lab]')) {
  const mount = lab.querySelector<HTMLElement>('[data-lab-mount]');
  if (mount) watch(lab, mount);
}

function watch(lab: HTMLElement, mount: HTMLElement): void {
  let island: Promise<typeof import('./island.ts')> | undefined;
  let wish: string | undefined;
  let coming = false;
  let mounted = false;

  const fetchIt = () => {
    island ??= import('./island.ts');
    island.catch(() => {
      island = undefined;
    });
    return island;
  };

  async function bring(wished?: string): Promise<void> {
    wish = wished ?? wish;
    if (coming || mounted) return;
    coming = true;
    lab.setAttribute('aria-busy', 'true');
    try {
      const { mountLab } = await fetchIt();
      mounted = true;
      mountLab(lab, mount, wish);
    } catch {
      sayMissing(mount);
    } finally {
      coming = false;
      lab.removeAttribute('aria-busy');
    }
  }

  const warm = () =>
    void fetchIt().then(
      (found) => mounted || found.warm(),
      () => undefined,
    );
  mount.addEventListener('pointerenter', warm, { once: true });
  mount.addEventListener('focusin', warm, { once: true });
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
  if (hasWork(lab.dataset.lab ?? '')) void bring();
}

function sayMissing(mount: HTMLElement): void {
  const place = mount.querySelector('.results .empty');
  if (!place) return;
  place.setAttribute('role', 'alert');
  place.textContent =
    'Lab belum bisa dimuat: berkasnya tidak sampai ke perambanmu. Periksa koneksimu, lalu tekan lagi.';
}

function hasWork(lab: string): boolean {
  try {
    return localStorage.getItem(draftKey(lab)) !== null || Boolean(localStorage.getItem(leftKey(lab)));
  } catch {
    return false;
  }
}
