/**
 * What a flow wishes of its container, as arguments of `docker create`. A flow may ask for less than the person allowed, never for more:
 * a folder of the computer, its network, its rights are refused in words.
 */
import { type ContainerWish, ScriptUnavailableError } from '../../ports/Scripts.ts';
import { HOST_NAME } from './gateway.ts';

/** Bytes, processes: enough for pandas, too little to bring a laptop down. */
export const MOST_MEMORY = 4 * 1024 ** 3;
const MOST_PROCESSES = 1024;
/** What `core.runner.Process` finds on a Kestra server and the plain ubuntu image lacks: wget, curl, certificates. */
const HOST_IMAGE = 'buildpack-deps:bookworm-curl';

export const imageOf = (wish: ContainerWish | undefined, hostImage = process.env.ALUR_HOST_IMAGE): string =>
  wish?.onHost ? (hostImage ?? HOST_IMAGE) : (wish?.image ?? 'ubuntu');

/** Throws `ScriptUnavailableError` for a wish that reaches out of the container. */
export function createArguments(wish: ContainerWish): string[] {
  if (wish.privileged) refuse('privileged', 'memberi script hak penuh atas komputermu');
  if (wish.volumes && wish.volumes.length > 0)
    refuse('volumes', 'membuka folder komputermu untuk script; pakai inputFiles dan outputFiles');
  const network = wish.networkMode ?? 'bridge';
  if (network !== 'bridge' && network !== 'none')
    refuse(`networkMode: ${network}`, 'membuka jaringan lain; yang boleh di sini bridge dan none');
  return [
    `--network=${network}`,
    `--pids-limit=${MOST_PROCESSES}`,
    `--memory=${Math.min(bytesOf(wish.memory) ?? MOST_MEMORY, MOST_MEMORY)}`,
    '--security-opt=no-new-privileges',
    '--init',
    ...(wish.cpus === undefined ? [] : [`--cpus=${wish.cpus}`]),
    ...(wish.user === undefined ? [] : [`--user=${wish.user}`]),
    `--add-host=${HOST_NAME}:host-gateway`,
    ...(wish.extraHosts ?? []).map((host) => `--add-host=${host}`),
    ...(wish.entryPoint && wish.entryPoint.length > 0 ? [] : ['--entrypoint=']),
  ];
}

function refuse(property: string, why: string): never {
  throw new ScriptUnavailableError(`The task runner's ${property} is not allowed here`, {
    explanation: `\`${property}\` di taskRunner tidak diizinkan, karena ${why}.`,
  });
}

const UNITS: Record<string, number> = { '': 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** `512MB`, `2g`, `1073741824`; nothing where none is written. */
function bytesOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([bkmg]?)i?b?\s*$/i.exec(text) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  if (number === '' || factor === undefined) {
    throw new ScriptUnavailableError(`Invalid memory limit: ${text}`, {
      explanation: 'Tulis `memory` sebagai angka dan satuan, misalnya 512MB atau 2GB.',
    });
  }
  return Math.round(Number(number) * factor);
}
