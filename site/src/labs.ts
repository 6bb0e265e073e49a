/** The labs as their folders hold them, read when the site is built. */
import { type Lab, readLab } from '#engine/check/index.ts';

const texts = import.meta.glob<string>('../../labs/**/*.{yaml,md}', { query: '?raw', import: 'default', eager: true });

const folders = new Map<string, Record<string, string>>();
for (const [path, text] of Object.entries(texts)) {
  const match = /labs\/([^/]+\/[^/]+)\/(.+)$/.exec(path);
  if (!match?.[1] || !match[2]) continue;
  const files = folders.get(match[1]) ?? {};
  files[match[2]] = text;
  folders.set(match[1], files);
}

export const labIds = (): string[] => [...folders.keys()].sort();

/** Throws where a page names a lab that isn't there. */
export function labFiles(id: string): Record<string, string> {
  const files = folders.get(id);
  if (!files) throw new Error(`Halaman menyebut lab ${id}, yang tidak ada. Yang ada: ${labIds().join(', ')}`);
  return files;
}

export const labOf = (id: string): Lab => readLab(id, labFiles(id));
