/** From facts to findings: what is wrong, and the fix. Pure. */

import { explainDocker } from '../../hosts/docker/explain.ts';
import { doctorMessages as say } from '../../messages/doctor.ts';
import type { Facts } from './facts.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  /** Stable, for scripts: `docker-absent`, `port-taken`, … */
  code: string;
  severity: Severity;
  /** Indonesian: what is so. */
  message: string;
  /** Indonesian: what to do. */
  fix?: string;
}

const LEAST_DISK = 5e9;
const MOST_SKEW = 60;
const OLD_PLACE = '/var/lib/postgresql/data';
const PROJECT = 'alur';
const NAMES = /(^|[-_])(pgdatabase|pgadmin|kestra)([-_]|$)/;

type Rule = (facts: Facts) => Finding[];

const RULES: readonly Rule[] = [
  ({ node }) => {
    const [major = 0, minor = 0] = node.split('.').map(Number);
    const fine = major > 22 || (major === 22 && minor >= 22);
    return fine ? [] : [finding('node-old', 'error', say.nodeOld(node))];
  },
  ({ docker }) => {
    if (docker === 'absent') return [finding('docker-absent', 'warning', say.dockerAbsent)];
    if (docker.code === 0) return [];
    if (/permission denied/i.test(docker.said)) return [finding('docker-denied', 'error', say.dockerDenied)];
    if (/cannot connect|is the docker daemon running|failed to connect|error during connect/i.test(docker.said))
      return [finding('docker-stopped', 'error', say.dockerStopped)];
    return [finding('docker-failed', 'error', say.dockerFailed(docker.said, explainDocker(docker.said)))];
  },
  ({ ports }) =>
    ports
      .filter(({ takenBy, ours }) => takenBy !== undefined && !ours)
      .map(({ variable, port, takenBy = '' }) =>
        finding('port-taken', 'error', say.portTaken(variable, port, takenBy)),
      ),
  ({ containers, composeFile = '' }) => {
    const wrong = containers.filter(({ image, mounts }) => isPostgres18(image) && mounts.includes(OLD_PLACE));
    const inFile = composeFile
      .split('\n')
      .some((line) => !line.trim().startsWith('#') && line.includes(`:${OLD_PLACE}`));
    const found = wrong.map(({ name }) => finding('postgres-volume', 'error', say.postgresVolume(name)));
    return inFile && /image:\s*["']?postgres:(1[89]|[2-9]\d|latest)/.test(composeFile)
      ? [...found, finding('postgres-volume', 'error', say.postgresVolumeInFile)]
      : found;
  },
  ({ containers }) =>
    containers
      .filter(({ name, project, state }) => project !== PROJECT && state !== 'running' && NAMES.test(name))
      .map(({ name, image }) => finding('container-old', 'warning', say.containerOld(name, image))),
  ({ volumes, containers }) =>
    volumes.length > 0 && !containers.some(({ project }) => project === PROJECT)
      ? [finding('volume-old', 'info', say.volumeOld(volumes))]
      : [],
  ({ diskFree }) => (diskFree < LEAST_DISK ? [finding('disk-full', 'error', say.disk(diskFree))] : []),
  ({ missingImages, network }) => {
    if (missingImages.length === 0) return [];
    return network.reachable
      ? [finding('image-missing', 'info', say.imagesToFetch(missingImages))]
      : [finding('image-unreachable', 'error', say.imagesUnreachable(missingImages))];
  },
  ({ network, dockerClock }) => {
    const off = network.reachable ? (network.clock ?? 0) : 0;
    const found = Math.abs(off) > MOST_SKEW ? [finding('clock-off', 'error', say.clock(off))] : [];
    return dockerClock !== undefined && Math.abs(dockerClock) > MOST_SKEW
      ? [...found, finding('docker-clock-off', 'warning', say.dockerClock(dockerClock))]
      : found;
  },
  ({ browser }) => (browser === undefined ? [finding('browser-absent', 'info', say.browserAbsent)] : []),
];

/** Errors first. */
export function findingsOf(facts: Facts): Finding[] {
  const order: Severity[] = ['error', 'warning', 'info'];
  return RULES.flatMap((rule) => rule(facts)).sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const isPostgres18 = (image: string): boolean => /(^|\/)postgres:(1[89]|[2-9]\d|latest)|(^|\/)postgres$/.test(image);

function finding(code: string, severity: Severity, [message, fix]: readonly [string, (string | undefined)?]): Finding {
  return { code, severity, message, ...(fix !== undefined && { fix }) };
}
