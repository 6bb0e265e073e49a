import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';

/** Removes many values from the KV stores at once. */
export const schema = z.strictObject({
  namespaces: rendered(z.array(z.string()))
    .optional()
    .describe('Namespace yang dibersihkan; tanpa ini semuanya. Tidak bersama `namespacePattern`.'),
  namespacePattern: rendered(z.string()).optional().describe('Pola namespace, misalnya `belajar*`.'),
  includeChildNamespaces: rendered(z.boolean()).default(true).describe('Juga namespace di bawahnya.'),
  keyPattern: rendered(z.string()).optional().describe('Pola key, misalnya `taksi_*`.'),
  behavior: rendered(z.looseObject({ type: z.string().describe('Caranya: `key` atau `version`.') }))
    .optional()
    .describe(
      'Cara membersihkan: `type: key` dengan `expiredOnly`, atau `type: version` dengan `keepAmount` atau `before`.',
    ),
  expiredOnly: rendered(z.boolean()).optional().describe('Usang: pakai `behavior`.'),
});

export default runnable({
  type: 'io.kestra.plugin.core.kv.PurgeKV',
  title: 'Membersihkan KV store dari nilai yang kedaluwarsa.',
  schema,
  outputs: z.object({ size: z.int().describe('Banyaknya nilai yang dihapus.') }),
  load: () => import('./PurgeKV.run.ts'),
  example: `id: bersih-kv
namespace: belajar
tasks:
  - id: bersihkan
    type: io.kestra.plugin.core.kv.PurgeKV
    namespaces: [belajar]
`,
});
