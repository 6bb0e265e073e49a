/** What the environment says: `SECRET_NAME` (base64) for `secret('NAME')`, `ENV_NAME` for `{{ envs.name }}`. */
import type { Secrets } from '../../ports/Secrets.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export function secretsFrom(environment: Environment): Secrets {
  return {
    async get(_namespace, name) {
      const variable = `SECRET_${name.toUpperCase()}`;
      const encoded = environment[variable]?.replace(/\s/g, '');
      if (encoded === undefined) return undefined;
      if (!BASE64.test(encoded)) {
        throw new Error(`Isi ${variable} bukan base64. Buat dengan: printf '%s' 'RAHASIA' | base64 -w0`);
      }
      return Buffer.from(encoded, 'base64').toString('utf8');
    },
  };
}

export function envsFrom(environment: Environment): Record<string, string> {
  const envs: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (name.startsWith('ENV_') && value !== undefined) envs[name.slice(4).toLowerCase()] = value;
  }
  return envs;
}
