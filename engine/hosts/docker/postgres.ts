/** A Postgres 18 of its own for one grading, through Testcontainers, and gone afterwards. */
import { PostgreSqlContainer } from '@testcontainers/postgresql';
import { tryDocker } from './cli.ts';
import { DockerError, noImage } from './explain.ts';
import { ensureImage, imageLabels } from './images.ts';
import { OWNER, ownerOf } from './sweep.ts';

const IMAGE = 'postgres:18';
/** Testcontainers' own sweeper: it removes what a killed process left. Without its image we sweep at the next start. */
const RYUK = 'testcontainers/ryuk:0.14.0';

export interface StartedPostgres {
  /** `postgresql://root:…@127.0.0.1:49153/ny_taxi` */
  url: string;
  /** What the person should know: an image that is not the official one, a sweeper that could not be had. */
  notes: readonly string[];
  stop(): Promise<void>;
}

/** Rejects with `DockerError`, which names the image that is missing. */
export async function startPostgres(): Promise<StartedPostgres> {
  const { code, stderr } = await tryDocker(['version', '--format', '{{.Server.Version}}']);
  if (code !== 0) throw new DockerError(stderr.trim());
  await ensureImage(IMAGE);
  const ryuk = process.env.TESTCONTAINERS_RYUK_DISABLED === undefined ? await withoutRyuk() : undefined;
  const labels = (await imageLabels(IMAGE)) ?? {};
  const started = await start();
  const standIn = labels['docker-tier'];
  return {
    url: started.getConnectionUri().replace(/^postgres:/, 'postgresql:'),
    notes: [
      ...(standIn === undefined ? [] : [`${IMAGE} di sini adalah image pengganti (${standIn}), bukan yang resmi.`]),
      ...(ryuk === undefined ? [] : [ryuk]),
    ],
    stop: async () => void (await started.stop({ timeout: 0 })),
  };
}

/** Testcontainers fails without its sweeper's image and does not name it: then we go without, and say so. */
async function withoutRyuk(): Promise<string | undefined> {
  try {
    await ensureImage(RYUK);
    return undefined;
  } catch {
    process.env.TESTCONTAINERS_RYUK_DISABLED = 'true';
    return `Image ${RYUK} tidak bisa diunduh, jadi penyapu container tidak dipakai; sisa container dibersihkan Alur pada pemakaian berikutnya.`;
  }
}

async function start() {
  try {
    return await new PostgreSqlContainer(IMAGE)
      .withDatabase('ny_taxi')
      .withUsername('root')
      .withPassword('root')
      .withLabels({ [OWNER]: ownerOf() })
      .start();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const lost = /no such image|not found|lookup/i.test(said);
    throw new DockerError(said, lost ? { explanation: noImage(IMAGE), cause: error } : { cause: error });
  }
}
