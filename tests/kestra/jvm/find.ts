/** Where a JDK 21 or newer and the reference's jars are on this machine; Maven fetches the jars the first time. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const HERE = new URL('.', import.meta.url).pathname;

const versionOf = (java: string): number =>
  Number(
    /java\.specification\.version = (\d+)/.exec(
      spawnSync(java, ['-XshowSettings:properties', '-version'], { encoding: 'utf8' }).stderr ?? '',
    )?.[1] ?? 0,
  );

const inside = (folder: string, rest: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, rest)) : [];

export interface Java {
  command: string;
  /** 21 and up. */
  version: number;
}

/** JAVA_HOME first, then the PATH's, then where Debian and macOS keep theirs. */
export function findJava(): Java | undefined {
  const home = process.env.JAVA_HOME;
  const candidates = [
    ...(home === undefined ? [] : [join(home, 'bin/java')]),
    'java',
    ...inside('/usr/lib/jvm', 'bin/java'),
    ...inside('/Library/Java/JavaVirtualMachines', 'Contents/Home/bin/java'),
  ];
  for (const command of candidates) {
    const version = versionOf(command);
    if (version >= 21) return { command, version };
  }
  return undefined;
}

/** The folder of the jars, which is not there when they could not be had. */
export function libraries(version: string): string {
  const cache = process.env.CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'kestra-reference');
  const jars = join(cache, version, 'lib');
  if (existsSync(jars)) return jars;
  mkdirSync(join(cache, version), { recursive: true });
  const part = `${jars}.${process.pid}`;
  const { status } = spawnSync(
    'mvn',
    ['-B', '-q', '-f', join(HERE, 'pom.xml'), 'dependency:copy-dependencies', `-Dkv=${version}`, `-Dout=${part}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (status === 0 && !existsSync(jars)) renameSync(part, jars);
  rmSync(part, { recursive: true, force: true });
  return jars;
}
