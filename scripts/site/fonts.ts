/** Makes the font subsets of the site: the letters, digits and signs that Indonesian, English and code need. Run when they change. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subset from 'subset-font';

const require = createRequire(import.meta.url);
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');

const FONTS = [
  {
    from: '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2',
    to: 'jakarta',
    text: `${ASCII}éè–—‘’“”…·×→•`,
  },
  {
    from: '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
    to: 'mono',
    text: `${ASCII}…→↵`,
  },
];

await mkdir('site/src/fonts', { recursive: true });
for (const { from, to, text } of FONTS) {
  const font = await subset(await readFile(require.resolve(from)), text, {
    targetFormat: 'woff2',
    noLayoutClosure: true,
    variationAxes: { wght: to === 'mono' ? { min: 400, max: 700 } : { min: 450, max: 760 } },
  });
  await writeFile(`site/src/fonts/${to}.woff2`, font);
  console.log(`${to}: ${(font.length / 1024).toFixed(1)} KB`);
}
