/** The sandbox of the terminal. */
import type { Http } from '../../../ports/Http.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { launchThread } from './launch.ts';
import { pythonSetup } from './snapshot.ts';

export const createNodeSandbox = (http: Http) =>
  createSandbox({
    http,
    launch: launchThread,
    setup: async (language) => (language === 'python' ? pythonSetup() : undefined),
  });
