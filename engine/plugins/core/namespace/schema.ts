import * as z from 'zod';
import { rendered } from '../../property.ts';

const IF_EXISTS = ['OVERWRITE', 'SKIP', 'WARN', 'FAIL'] as const;

/** `namespaceFiles:` of scripts and WorkingDirectory. */
export const namespaceFilesSchema = z.strictObject({
  enabled: rendered(z.boolean()).default(true).describe('Apakah berkas namespace disiapkan.'),
  include: rendered(z.array(z.string())).optional().describe('Pola berkas yang disiapkan.'),
  exclude: rendered(z.array(z.string())).optional().describe('Pola berkas yang ditinggalkan.'),
  namespaces: rendered(z.array(z.string())).optional().describe('Namespace asalnya; bawaannya namespace flow ini.'),
  ifExists: rendered(z.enum(IF_EXISTS)).default('OVERWRITE').describe('Kalau berkasnya sudah ada.'),
  folderPerNamespace: rendered(z.boolean()).default(false).describe('Satu folder untuk setiap namespace.'),
});

export type NamespaceFiles = z.output<typeof namespaceFilesSchema>;
