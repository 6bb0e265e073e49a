import * as z from 'zod';
import { trigger } from '../../definition.ts';
import { conditions, late } from '../../property.ts';

/** Starts the flow at given instants. */
export default trigger({
  type: 'io.kestra.plugin.core.trigger.ScheduleOnDates',
  title: 'Menjalankan flow pada waktu-waktu yang ditulis satu per satu.',
  fires: 'ticks',
  schema: z.strictObject({
    dates: late(z.array(z.string())).describe('Waktu-waktunya, dengan zona: 2024-01-01T09:00:00+07:00.'),
    timezone: z.string().optional().describe('Zona waktu IANA, misalnya Asia/Jakarta.'),
    inputs: z.record(z.string(), z.unknown()).optional().describe('Input untuk tiap eksekusi.'),
    conditions: conditions().optional().describe('Syarat tambahan.'),
    recoverMissedSchedules: z.enum(['ALL', 'LAST', 'NONE']).optional().describe('Jadwal terlewat yang disusulkan.'),
  }),
  example: `id: dua-tanggal
namespace: belajar
tasks:
  - id: halo
    type: io.kestra.plugin.core.log.Log
    message: Halo
triggers:
  - id: tanggal
    type: io.kestra.plugin.core.trigger.ScheduleOnDates
    dates:
      - "2024-01-01T09:00:00+07:00"
      - "2024-02-01T09:00:00+07:00"
`,
});
