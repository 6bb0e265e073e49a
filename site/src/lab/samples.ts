/// <reference types="astro/client" />
/** The instructor's samples of `labs/samples.yaml`, as the site was built with them. What is wrong in them a test says. */
import { readSamples } from '#engine/hosts/samples/index.ts';

const FOLDER = '../../../labs/';
const texts = import.meta.glob<string>('../../../labs/{samples.yaml,samples/**/*}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const ownSamples = readSamples(texts[`${FOLDER}samples.yaml`] ?? '', (path) => texts[FOLDER + path]).samples;
