import type * as z from 'zod';
import type { TaskResult } from '../../definition.ts';
import type { schema } from './Exit.ts';

export const run = ({ state }: z.output<typeof schema>): TaskResult => ({
  state: state === 'CANCELED' ? 'CANCELLED' : state,
  exit: true,
});
