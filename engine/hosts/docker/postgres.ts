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
  /** What is to be said of the image where it is not the official one. */
  standIn?: string;
  stop(): Promise<void>;
}

/** Rejects with `DockerError`, which names the image that is missing. */
export async function startPostgres(): Promise<StartedPostgres> {
  const { code, stderr } = await tryDocker(['version', '--format', '{{.Server.Version}}']);
  if (code !== 0) throw new DockerError(stderr.trim());
  await ensureImage(IMAGE);
  if (!(await imageLabels(RYUK))) process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true';
  const labels = (await imageLabels(IMAGE)) ?? {};
  const started = await start();
  const standIn = labels['docker-tier'];
  return {
    url: started.getConnectionUri().replace(/^postgres:/, 'postgresql:'),
    ...(standIn !== undefined && {
      standIn: `${IMAGE} di sini adalah image pengganti (${standIn}), bukan yang resmi.`,
    }),
    stop: async () => void (await started.stop({ timeout: 0 })),
  };
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
