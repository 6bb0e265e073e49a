/** The door to Docker: scripts in containers of their own, a Postgres for grading, and what `alur doctor` asks. */
export { tryDocker } from './cli.ts';
export { DockerError, explainDocker, noImage } from './explain.ts';
export { HOST_NAME, hostAddress } from './gateway.ts';
export { imageLabels } from './images.ts';
export { startPostgres } from './postgres.ts';
export { createDockerRunner } from './runner.ts';
export { sweepContainers } from './sweep.ts';
