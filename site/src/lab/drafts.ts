/** What the learner typed, kept in this browser as it is typed. The solution and a reset never destroy it: the version before is kept too. */
const PREFIX = 'alur:lab:';

export interface Drafts {
  load(): string | undefined;
  save(source: string): boolean;
  /** The version before a reset or a solution. */
  keep(source: string): void;
  kept(): string | undefined;
  inputs(): Record<string, string>;
  saveInputs(inputs: Record<string, string>): void;
}

export function createDrafts(
  lab: string,
  storage: Pick<Storage, 'getItem' | 'setItem'> | undefined = safeStorage(),
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
  return {
    load: () => read('draft'),
    save: (source) => write('draft', source),
    keep: (source) => void write('kept', source),
    kept: () => read('kept'),
    inputs: () => {
      try {
        return JSON.parse(read('inputs') ?? '{}') as Record<string, string>;
      } catch {
        return {};
      }
    },
    saveInputs: (inputs) => void write('inputs', JSON.stringify(inputs)),
  };
}

/** In some private modes even looking at it throws. */
function safeStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
