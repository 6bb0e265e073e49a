import * as z from 'zod';
import { trigger } from '../../definition.ts';
import { conditions, duration, filled } from '../../property.ts';

/** Starts the flow at the ticks of a cron expression. */
export default trigger({
  type: 'io.kestra.plugin.core.trigger.Schedule',
  aliases: ['io.kestra.core.models.triggers.types.Schedule'],
  title: 'Menjalankan flow menurut jadwal cron.',
  fires: 'ticks',
  schema: z.strictObject({
    cron: z.string().describe('Jadwal cron lima kolom, misalnya `0 9 1 * *`, atau @daily.'),
    withSeconds: filled(z.boolean()).default(false).describe('Benar bila `cron` punya kolom detik di depan.'),
    timezone: z.string().optional().describe('Zona waktu IANA, misalnya Asia/Jakarta.'),
    inputs: z.record(z.string(), z.unknown()).optional().describe('Input untuk tiap eksekusi.'),
    conditions: conditions().optional().describe('Syarat tambahan sebuah jadwal.'),
    scheduleConditions: conditions().optional().describe('Nama lama dari `conditions`.'),
    lateMaximumDelay: duration().optional().describe('Jadwal yang terlambat lebih lama dari ini dilewati.'),
    recoverMissedSchedules: z.enum(['ALL', 'LAST', 'NONE']).optional().describe('Jadwal terlewat yang disusulkan.'),
    backfill: z.record(z.string(), z.unknown()).optional().describe('Bentuk lama dari backfill; tidak dipakai lagi.'),
  }),
  example: `id: terjadwal
namespace: belajar
tasks:
  - id: halo
    type: io.kestra.plugin.core.log.Log
    message: "{{ trigger.date ?? execution.startDate }}"
triggers:
  - id: bulanan
    type: io.kestra.plugin.core.trigger.Schedule
    cron: "0 9 1 * *"
    timezone: Asia/Jakarta
`,
});
