/** Puts the living lab in the place of the one that only showed itself. */
import { mount } from 'svelte';
import Lab from './Lab.svelte';
import { warmEngineWorker } from './worker.ts';
import '../styles/score.css';
import '../styles/results.css';
import './full.css';
import './island.css';

export interface LabContent {
  id: string;
  /** The database whose tables are shown. */
  database: string;
  /** What the form starts with. */
  inputs: Record<string, string | number | boolean>;
  /** The path that the site lies under; ends in `/`. */
  base: string;
  files: Record<string, string>;
  /** Where the solution is fetched from. */
  solution: string;
  /** Where the engine's large files lie. */
  assets: string;
}

export function mountLab(lab: HTMLElement, place: HTMLElement, wish?: string): void {
  const text = lab.querySelector('[data-lab-content]')?.textContent ?? '{}';
  const content = JSON.parse(text) as LabContent;
  const height = place.querySelector('[data-lab-editor]')?.clientHeight ?? 480;
  const held = place.contains(document.activeElement) ? document.activeElement : null;
  const action = held instanceof HTMLElement ? held.dataset.action : undefined;
  place.replaceChildren();
  mount(Lab, { target: place, props: { lab, content, height, ...(wish !== undefined && { wish }) } });
  if (action !== undefined) place.querySelector<HTMLElement>(`[data-action="${action}"]`)?.focus();
}

/** Someone reaches for the lab: what it needs first is started. */
export function warm(): void {
  warmEngineWorker();
  import('./editor.ts').catch(() => undefined);
}
