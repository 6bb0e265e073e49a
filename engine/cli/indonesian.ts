/** commander's own words, in Indonesian. */
import type { Command } from 'commander';

const SAID: readonly [RegExp, string][] = [
  [/^error: unknown option '(.+?)'/, "Pilihan '$1' tidak dikenal"],
  [/^error: unknown command '(.+?)'/, "Perintah '$1' tidak dikenal"],
  [/^error: missing required argument '(.+?)'/, "Argumen '$1' belum ditulis"],
  [/^error: required option '(.+?)' not specified/, "Pilihan '$1' harus ditulis"],
  [/^error: option '(.+?)' argument missing/, "Pilihan '$1' memerlukan nilai"],
  [/^error: too many arguments.*/, 'Terlalu banyak argumen'],
  [/\(Did you mean (.+?)\?\)/, '(Maksudmu $1?)'],
];

export function inIndonesian(command: Command): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'menampilkan bantuan ini')
    .helpCommand('help [perintah]', 'bantuan untuk sebuah perintah')
    .configureOutput({ writeErr: (text) => process.stderr.write(translated(text)) })
    .configureHelp({
      styleTitle: (title) =>
        ({ 'Usage:': 'Pemakaian:', 'Options:': 'Pilihan:', 'Commands:': 'Perintah:', 'Arguments:': 'Argumen:' })[
          title
        ] ?? title,
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? `${description} (bawaan: ${defaultValue})` : description,
    });
}

const translated = (text: string): string => SAID.reduce((said, [from, to]) => said.replace(from, to), text);
