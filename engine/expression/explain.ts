/** What was thrown while rendering, as the learner's error: Kestra's sentence, ours, and the place. */
import { ExpressionError, placeOf } from './errors.ts';
import { Failure, Undefined } from './failures.ts';

export function explained(error: unknown, source: string): unknown {
  if (error instanceof Undefined) {
    const place = placeOf(source, error.at ?? 0);
    return new ExpressionError(
      `Unable to find \`${error.missing}\` used in the expression \`${source}\` at line ${place.line}`,
      { explanation: unknownName(error.missing, source), ...place, missing: error.missing },
    );
  }
  if (error instanceof Failure) {
    const place = placeOf(source, error.at ?? 0);
    const message = error.bare
      ? error.message
      : `io.pebbletemplates.pebble.error.PebbleException: ${error.message} (${source}:${place.line})`;
    const explanation = error.missing === undefined ? error.explanation : unknownName(error.missing, source);
    return new ExpressionError(message, { explanation, ...place });
  }
  if (error instanceof RangeError) {
    return new ExpressionError('The expression is nested too deeply', {
      explanation: 'Ungkapan ini terlalu dalam bersarang, atau hasilnya terlalu panjang.',
    });
  }
  return error;
}

function unknownName(name: string, source: string): string {
  if (name === 'trigger' || name === 'schedule') {
    return '`trigger` hanya ada bila flow dijalankan oleh trigger. Pakai backfill, atau tulis `trigger.date ?? execution.startDate`.';
  }
  if ([...source.matchAll(/outputs\.[\w.-]*/g)].some(([path]) => path.includes(name))) {
    return `Output \`${name}\` tidak ada. Periksa id task-nya, dan apakah task itu sudah berjalan. Nama berkas dengan titik ditulis outputFiles['nama.csv'].`;
  }
  return `\`${name}\` tidak ada. Periksa ejaannya, atau beri nilai cadangan dengan \`??\`.`;
}
