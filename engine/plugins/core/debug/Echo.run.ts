import type * as z from 'zod';
import { type TaskContext, TaskError } from '../../definition.ts';
import { run as log } from '../log/Log.run.ts';
import type { schema } from './Echo.ts';

export function run({ format, level }: z.output<typeof schema>, context: TaskContext): undefined {
  if (format === undefined) {
    throw new TaskError('Cannot invoke "Object.getClass()" because "this.message" is null', {
      explanation: 'Isi `format` dengan kalimat yang mau dicatat.',
    });
  }
  log({ message: format, level }, context);
}
