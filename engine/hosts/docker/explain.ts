/** What Docker says, and what to do about it, in Indonesian. Shared by the runner, the grader and `alur doctor`. */
import { ScriptUnavailableError } from '../../ports/Scripts.ts';

const SAID: readonly [RegExp, string][] = [
  [
    /command not found|ENOENT/,
    'Program `docker` tidak ada di komputer ini. Pasang Docker Desktop (Windows, macOS) atau Docker Engine (Linux), atau pakai --runner sandbox.',
  ],
  [
    /permission denied.*(docker|sock)/is,
    'Penggunamu belum boleh memakai Docker. Jalankan `sudo usermod -aG docker $USER`, lalu keluar dan masuk lagi.',
  ],
  [
    /cannot connect to the docker daemon|is the docker daemon running|failed to connect to the docker api|error during connect/i,
    'Docker terpasang, tetapi belum menyala. Buka Docker Desktop, atau jalankan `sudo systemctl start docker`, lalu coba lagi.',
  ],
  [
    /no space left on device/i,
    'Disk penuh. Lihat pemakaiannya dengan `docker system df`, bersihkan dengan `docker system prune`.',
  ],
  [
    /port is already allocated|address already in use/i,
    'Port itu sudah dipakai program lain. Pindahkan lewat berkas .env.',
  ],
  [
    /toomanyrequests|rate limit/i,
    'Registry membatasi unduhan. Tunggu sebentar, atau masuk dulu dengan `docker login`.',
  ],
];

/** Cause, then fix; nothing where it is not known. */
export const explainDocker = (text: string): string | undefined => SAID.find(([pattern]) => pattern.test(text))?.[1];

/** An image that is neither here nor to be had. */
export const noImage = (image: string): string =>
  `Image \`${image}\` belum ada di komputer ini dan tidak bisa diunduh. Periksa ejaannya dan koneksi internetmu, lalu coba \`docker pull ${image}\`.`;

/** Docker's own sentence, and ours beside it. */
export class DockerError extends ScriptUnavailableError {
  override name = 'DockerError';

  constructor(message: string, { explanation, cause }: { explanation?: string | undefined; cause?: unknown } = {}) {
    super(message.slice(0, 1000), { explanation: explanation ?? explainDocker(message), cause });
  }
}
