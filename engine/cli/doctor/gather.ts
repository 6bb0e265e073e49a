/** Looks at this machine. Each look is short and never fails: what can't be seen is left out. */
import { existsSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { imageLabels, tryDocker } from '../../hosts/docker/index.ts';
import type { ContainerFact, Facts, PortFact } from './facts.ts';
import { portHolder } from './holder.ts';

const PORTS: Record<string, number> = { ALUR_PORT: 4321, POSTGRES_PORT: 5432, PGADMIN_PORT: 8085, KESTRA_PORT: 8080 };
const IMAGES = ['postgres:18', 'dpage/pgadmin4:9.18'];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);
/** Where the course's data comes from: if it answers, so does the internet. */
const OUTSIDE = 'https://github.com';
const PATIENCE = 4000;

export async function gatherFacts(folder: string): Promise<Facts> {
  const docker = await dockerAnswer();
  const ready = docker !== 'absent' && docker.code === 0;
  const containers = ready ? await containersHere() : [];
  const [ports, network, disk, composeFile, volumes, missingImages, dockerClock] = await Promise.all([
    portsOf(folder, containers),
    outside(),
    statfs(folder),
    firstText(
      ['docker-compose.yml', 'compose.yaml', 'compose.yml', 'docker-compose.yaml'].map((name) => join(folder, name)),
    ),
    ready ? volumesHere() : [],
    ready ? missing() : [],
    ready ? daemonClock() : undefined,
  ]);
  const browser = BROWSERS.find((path) => existsSync(path));
  return {
    node: process.versions.node,
    docker,
    ports,
    containers: containers.map(({ published: _, ...fact }) => fact),
    volumes,
    missingImages,
    network,
    diskFree: disk.bavail * disk.bsize,
    ...(dockerClock !== undefined && { dockerClock }),
    ...(composeFile !== undefined && { composeFile }),
    ...(browser !== undefined && { browser }),
  };
}

async function dockerAnswer(): Promise<Facts['docker']> {
  try {
    const { code, stderr } = await tryDocker(['version', '--format', '{{.Server.Version}}']);
    return { code, said: stderr.trim() };
  } catch {
    return 'absent';
  }
}

interface Inspected {
  Name: string;
  Config: { Image: string; Labels: Record<string, string> | null };
  State: { Status: string };
  Mounts: { Destination: string }[];
  HostConfig: { PortBindings: Record<string, { HostPort: string }[] | null> | null };
}

type Container = ContainerFact & { published: readonly number[] };

async function containersHere(): Promise<Container[]> {
  const ids = (await tryDocker(['ps', '--all', '--quiet'])).stdout.split(/\s+/).filter(Boolean);
  if (ids.length === 0) return [];
  const { stdout } = await tryDocker(['inspect', ...ids]);
  return (JSON.parse(stdout) as Inspected[]).map(({ Name, Config, State, Mounts, HostConfig }) => ({
    name: Name.replace(/^\//, ''),
    image: Config.Image,
    state: State.Status,
    project: Config.Labels?.['com.docker.compose.project'] ?? '',
    mounts: Mounts.map(({ Destination }) => Destination),
    published: Object.values(HostConfig.PortBindings ?? {}).flatMap((bindings) =>
      (bindings ?? []).map(({ HostPort }) => Number(HostPort)),
    ),
  }));
}

async function volumesHere(): Promise<string[]> {
  const { stdout } = await tryDocker(['volume', 'ls', '--quiet', '--filter', 'label=com.docker.compose.project=alur']);
  return stdout.split(/\s+/).filter(Boolean);
}

async function missing(): Promise<string[]> {
  const here = await Promise.all(
    IMAGES.map(async (image) => ((await imageLabels(image).catch(() => ({}))) ? [] : [image])),
  );
  return here.flat();
}

async function daemonClock(): Promise<number | undefined> {
  const { stdout } = await tryDocker(['info', '--format', '{{.SystemTime}}']);
  const at = Date.parse(stdout.trim());
  return Number.isNaN(at) ? undefined : Math.round((at - Date.now()) / 1000);
}

/** The ports of `.env`, or those the compose file falls back to. */
async function portsOf(folder: string, containers: readonly Container[]): Promise<PortFact[]> {
  const env = (await firstText([join(folder, '.env')])) ?? '';
  return Promise.all(
    Object.entries(PORTS).map(async ([variable, usual]) => {
      const port = Number(new RegExp(`^${variable}=(\\d+)`, 'm').exec(env)?.[1] ?? usual);
      if (await isFree(port)) return { variable, port };
      const container = containers.find(({ published, state }) => state === 'running' && published.includes(port));
      if (container)
        return { variable, port, takenBy: `container ${container.name}`, ours: container.project === 'alur' };
      return { variable, port, takenBy: await portHolder(port) };
    }),
  );
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

async function outside(): Promise<Facts['network']> {
  try {
    const { headers } = await fetch(OUTSIDE, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const at = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(at) ? { reachable: true } : { reachable: true, clock: Math.round((Date.now() - at) / 1000) };
  } catch {
    return { reachable: false };
  }
}

async function firstText(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}
