/** `samples.yaml` to samples: a list of addresses and what each is answered with. Everything wrong is said, with its line. */
import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import * as z from 'zod';
import type { WrittenSample } from './written.ts';

export interface SampleProblem {
  /** From 1. */
  line: number;
  message: string;
}

const LARGEST = 5 * 1024 * 1024;
const KINDS = ['json', 'text', 'file'] as const;
const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml',
  html: 'text/html; charset=utf-8',
};

const entry = z.strictObject({
  address: z
    .string('`address` harus teks: alamat yang dijawab.')
    .regex(
      /^https?:\/\/[\w.-]+(?::\d+)?\/\S*$/,
      '`address` harus alamat lengkap, misalnya https://contoh.example/harga.csv; `*` hanya boleh sesudah nama server.',
    ),
  label: z.string('`label` harus teks.').max(60, '`label` paling panjang 60 huruf.').optional(),
  status: z
    .int('`status` harus angka.')
    .min(100, '`status` harus 100 sampai 599.')
    .max(599, '`status` harus 100 sampai 599.')
    .optional(),
  contentType: z.string('`contentType` harus teks.').optional(),
  json: z.unknown().optional(),
  text: z.string('`text` harus teks; untuk angka, map, atau daftar pakai `json`.').optional(),
  file: z
    .string('`file` harus nama berkas.')
    .regex(
      /^samples\/(?!.*(?:^|\/)\.\.(?:\/|$))[^\\]+$/,
      '`file` harus berkas di folder samples/ di sebelah samples.yaml, tanpa `..`.',
    )
    .optional(),
});

/** `fileText`: a file beside it, or nothing where there is none. */
export function readSamples(
  text: string,
  fileText: (path: string) => string | undefined,
): { samples: WrittenSample[]; problems: SampleProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems: SampleProblem[] = [];
  const samples: WrittenSample[] = [];
  const say = (at: number, message: string) => problems.push({ line: Math.max(1, lines.linePos(at).line), message });
  for (const error of document.errors) say(error.pos[0], `YAML-nya tidak bisa dibaca: ${error.message.split('\n')[0]}`);
  if (problems.length > 0 || document.contents === null) return { samples, problems };
  if (!isSeq(document.contents)) {
    say(0, 'Isinya harus daftar: setiap baris `- address: …` adalah satu jawaban.');
    return { samples, problems };
  }
  const seen = new Set<string>();
  for (const item of document.contents.items as Node[]) {
    const at = (path: readonly PropertyKey[] = []): number => offsetOf(item, path);
    const read = entry.safeParse(isMap(item) ? item.toJS(document) : undefined, { error: sayDefault });
    if (!read.success) for (const { path, message } of read.error.issues) say(at(path), message);
    else if (seen.has(read.data.address)) say(at(['address']), `Alamat ${read.data.address} ditulis dua kali.`);
    else {
      const made = sampleOf(read.data, fileText);
      if (typeof made === 'string') say(at(), made);
      else samples.push(made);
    }
    if (read.success) seen.add(read.data.address);
  }
  return { samples, problems };
}

function sampleOf(
  read: z.output<typeof entry>,
  fileText: (path: string) => string | undefined,
): WrittenSample | string {
  const { address, label = 'data contoh', status = 200, contentType, json, text, file } = read;
  const given = KINDS.filter((kind) => read[kind] !== undefined);
  if (given.length !== 1) return `${address} butuh tepat satu dari \`json\`, \`text\`, atau \`file\`.`;
  const content = file === undefined ? (text ?? JSON.stringify(json)) : fileText(file);
  if (content === undefined) return `Berkas ${file} tidak ada di sebelah samples.yaml.`;
  if (content.length > LARGEST) return `Jawaban ${address} lebih besar dari 5 MB.`;
  const ending = json === undefined ? /\.(\w+)(?:\?|$)/.exec(file ?? address)?.[1] : 'json';
  return {
    address,
    label,
    status,
    contentType: contentType ?? TYPES[ending ?? ''] ?? 'text/plain; charset=utf-8',
    body: content,
  };
}

const sayDefault: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') {
    return `Kunci ${issue.keys.join(', ')} tidak dikenal. Yang ada: ${Object.keys(entry.shape).join(', ')}.`;
  }
  return issue.path?.length
    ? undefined
    : 'Satu jawaban ditulis sebagai map: `address`, lalu `json`, `text`, atau `file`.';
};

/** Where the value at a path of an item begins. */
function offsetOf(item: Node, path: readonly PropertyKey[]): number {
  const found: unknown = isMap(item) && path.length > 0 ? item.getIn(path, true) : undefined;
  const range = (found as Node | undefined)?.range ?? item.range;
  return range?.[0] ?? 0;
}
