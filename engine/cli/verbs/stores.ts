/** `alur kv list|get|set|delete` and `alur secrets`: what flows read with `kv()` and `secret()`. */
import type { KvStore } from '../../index.ts';
import { cliMessages as say } from '../../messages/cli.ts';
import { EXIT } from '../exit.ts';
import { withHome } from '../home.ts';
import { type HostOptions, printJson, readText } from '../options.ts';

type Options = HostOptions & { json?: true };

const withStore = (namespace: string, options: Options, work: (store: KvStore) => Promise<number>): Promise<number> =>
  withHome(options, (hands) => work(hands.kv(namespace)));

export const listKeys = (namespace: string, options: Options): Promise<number> =>
  withStore(namespace, options, async (store) => {
    const keys = await store.list();
    if (options.json) printJson(keys);
    else for (const { key } of keys) console.log(key);
    return EXIT.ok;
  });

export const getKey = (namespace: string, key: string, options: Options): Promise<number> =>
  withStore(namespace, options, async (store) => {
    const value = await store.get(key);
    if (value === undefined) {
      if (options.json) printJson({ error: say.noKey(namespace, key) });
      else console.error(say.noKey(namespace, key));
      return EXIT.failed;
    }
    if (options.json) printJson({ key, value });
    else console.log(typeof value === 'string' ? value : JSON.stringify(value));
    return EXIT.ok;
  });

/** JSON where it is JSON (`42`, `{"a": 1}`), text otherwise; `@berkas` is the text of a file. */
export const setKey = (namespace: string, key: string, given: string, options: Options): Promise<number> =>
  withStore(namespace, options, async (store) => {
    const value = given.startsWith('@') ? await readText(given.slice(1)) : fromJson(given);
    await store.set(key, value);
    if (options.json) printJson({ key, value });
    else console.error(say.keySet(namespace, key));
    return EXIT.ok;
  });

export const deleteKey = (namespace: string, key: string, options: Options): Promise<number> =>
  withStore(namespace, options, async (store) => {
    const deleted = await store.delete(key);
    if (options.json) printJson({ key, deleted });
    else console.error(deleted ? say.keyDeleted(namespace, key) : say.noKey(namespace, key));
    return deleted ? EXIT.ok : EXIT.failed;
  });

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The names that `secret()` finds in the environment; never what they hold. */
export function secrets({ json }: { json?: true }): number {
  const names = Object.keys(process.env)
    .filter((name) => name.startsWith('SECRET_'))
    .map((name) => name.slice('SECRET_'.length))
    .sort();
  if (json) printJson(names.map((name) => ({ name })));
  else if (names.length === 0) console.error(say.noSecrets);
  else for (const name of names) console.log(name);
  return EXIT.ok;
}

/** The line that sets a secret, from a file: base64 without line breaks. */
export async function encodeSecret(name: string, file: string, { json }: { json?: true }): Promise<number> {
  const encoded = Buffer.from(await readText(file), 'utf8').toString('base64');
  const variable = `SECRET_${name.toUpperCase()}`;
  if (json) printJson({ variable, value: encoded });
  else console.log(`export ${variable}=${encoded}`);
  return EXIT.ok;
}
