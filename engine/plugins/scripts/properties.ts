/** What every script task has (kestra-behaviour, section 2: All script tasks). */
import * as z from 'zod';
import { type NamespaceFiles, namespaceFilesSchema } from '../core/namespace/schema.ts';
import { late, rendered } from '../property.ts';

const files = z.union([z.record(z.string(), z.unknown()), z.string()]);

export const scriptProperties = (image: string) => ({
  beforeCommands: late(z.array(z.string())).optional().describe('Perintah sebelum script, di shell yang sama.'),
  env: late(z.union([z.record(z.string(), z.unknown()), z.string()]))
    .optional()
    .describe('Variabel lingkungan.'),
  inputFiles: late(files).optional().describe('Berkas yang disiapkan: nama dan isinya, atau alamat kestra://.'),
  outputFiles: late(z.array(z.string())).optional().describe('Pola berkas yang diserahkan, misalnya *.csv.'),
  namespaceFiles: namespaceFilesSchema.optional().describe('Berkas namespace yang disiapkan.'),
  taskRunner: late(z.looseObject({ type: z.string().describe('Type runner-nya.') }))
    .optional()
    .describe('Tempat script berjalan di Kestra; di sini kamu yang memilihnya.'),
  containerImage: rendered(z.string()).default(image).describe('Image container, untuk runner Docker.'),
  interpreter: late(z.union([z.array(z.string()), z.string()]))
    .optional()
    .describe('Penafsir perintah; biasanya tidak perlu.'),
  failFast: rendered(z.boolean()).default(true).describe('Berhenti pada perintah pertama yang gagal.'),
  targetOS: rendered(z.string()).optional().describe('Sistem operasi container.'),
  outputDir: late(z.string()).optional().describe('Bentuk lama dari outputFiles.'),
  runner: late(z.unknown()).optional().describe('Bentuk lama dari taskRunner; diabaikan.'),
  docker: late(z.unknown()).optional().describe('Bentuk lama dari taskRunner; diabaikan.'),
  warningOnStdErr: late(z.unknown()).optional().describe('Tidak dipakai lagi; diabaikan.'),
});

export const pythonProperties = {
  dependencies: late(z.array(z.string())).optional().describe('Paket Python yang dipasang dulu.'),
  dependencyCacheEnabled: late(z.unknown()).optional().describe('Apakah paketnya disimpan untuk lain kali.'),
  packageManager: late(z.string()).optional().describe('PIP atau UV.'),
  pythonVersion: late(z.string()).optional().describe('Versi Python.'),
};

export const scriptOutputs = z.object({
  vars: z.record(z.string(), z.unknown()).describe('Nilai yang diserahkan script lewat ::{}:: atau Kestra.outputs.'),
  exitCode: z.int().describe('Kode keluar; 0 berarti berhasil.'),
  outputFiles: z.record(z.string(), z.string()).describe('Berkas yang diserahkan: jalur dan alamatnya.'),
});

export interface ScriptProperties {
  beforeCommands?: string[] | undefined;
  env?: Record<string, unknown> | string | undefined;
  inputFiles?: Record<string, unknown> | string | undefined;
  outputFiles?: string[] | undefined;
  namespaceFiles?: NamespaceFiles | undefined;
  taskRunner?: { type: string } | undefined;
  docker?: unknown;
  containerImage: string;
  interpreter?: string[] | string | undefined;
  failFast: boolean;
}
