/**
 * What the learner typed, kept in this browser as it is typed. Nothing that replaces it destroys it: the versions before a reset or a
 * solution are kept too, the newest first, and what another tab of this browser writes is told.
 */
import { draftKey, PREFIX } from './draftKey.ts';

/** More than this are not kept; the oldest goes. */
const MOST = 10;

export interface Version {
  source: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Drafts {
  load(): string | undefined;
  save(source: string): boolean;
  /** The version before a reset or a solution. False when this browser keeps nothing. */
  keep(source: string): boolean;
  /** The newest of the versions. */
  kept(): string | undefined;
  versions(): Version[];
  inputs(): Record<string, string>;
  saveInputs(inputs: Record<string, string>): void;
  /** The execution that had not ended when the page was left. */
  left(): string | undefined;
  saveLeft(execution: string | undefined): void;
}

export function createDrafts(
  lab: string,
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined = safeStorage(),
  now: () => number = Date.now,
): Drafts {
  const read = (key: string): string | undefined => {
    try {
      return storage?.getItem(`${PREFIX}${lab}:${key}`) ?? undefined;
    } catch {
      return undefined;
    }
  };
  const write = (key: string, value: string): boolean => {
    try {
      storage?.setItem(`${PREFIX}${lab}:${key}`, value);
      return storage !== undefined;
    } catch {
      return false;
    }
  };
  const versions = (): Version[] => {
    const found = parsed(read('versions'));
    return Array.isArray(found) ? found.filter(isVersion) : [];
  };
  return {
    load: () => read('draft'),
    save: (source) => write('draft', source),
    keep: (source) => {
      const others = versions().filter((version) => version.source !== source);
      return write('versions', JSON.stringify([{ source, at: now() }, ...others].slice(0, MOST)));
    },
    kept: () => versions()[0]?.source,
    versions,
    inputs: () => {
      const found = parsed(read('inputs'));
      return Object.fromEntries(Object.entries(Object(found)).filter(isText));
    },
    saveInputs: (inputs) => void write('inputs', JSON.stringify(inputs)),
    left: () => read('left') || undefined,
    saveLeft: (execution) => void write('left', execution ?? ''),
  };
}

/** Told what another tab saved for this lab. Returns what ends the watching. */
export function watchOtherTabs(lab: string, onSaved: (source: string) => void): () => void {
  const heard = ({ key, newValue }: StorageEvent): void => {
    if (key === draftKey(lab) && newValue !== null) onSaved(newValue);
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';

function isVersion(value: unknown): value is Version {
  const { source, at } = Object(value) as Partial<Record<keyof Version, unknown>>;
  return typeof source === 'string' && typeof at === 'number';
}

/** In some private modes even looking at it throws. */
function safeStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
