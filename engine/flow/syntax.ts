/** The yaml library's complaints in Indonesian. */
import type { YAMLError } from 'yaml';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';

export function syntaxMessage(error: YAMLError): string {
  const indented =
    ['BAD_INDENT', 'TAB_AS_INDENT', 'MISSING_CHAR'].includes(error.code) && /indent|tab/i.test(error.message);
  return indented ? say.indentation() : say.syntax(SAID[error.code] ?? OTHER);
}

const OTHER = 'bentuknya tidak dikenal. Periksa titik dua, kutip, dan jorokan.';

const SAID: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'alias ini tidak ada.',
  BAD_INDENT: 'jorokannya tidak cocok. Samakan jumlah spasi dengan baris sejajarnya.',
  TAB_AS_INDENT: 'ada tab untuk menjorokkan. Pakai spasi.',
  MISSING_CHAR: 'ada tanda yang kurang, mungkin kutip, kurung, atau titik dua.',
  UNEXPECTED_TOKEN: 'ada tanda yang tidak pada tempatnya. Periksa kutip, kurung, dan jorokan.',
  BLOCK_AS_IMPLICIT_KEY: 'sesudah titik dua ada titik dua lagi. Beri kutip pada nilainya.',
  BLOCK_IN_FLOW: 'di dalam kurung tidak boleh ada bentuk bertingkat.',
  BAD_DQ_ESCAPE: say.badEscape(),
  BAD_SCALAR_START: 'nilai ini diawali tanda khusus. Beri kutip di sekelilingnya.',
  MULTILINE_IMPLICIT_KEY: 'kunci ini terpotong. Mungkin titik dua atau jorokannya kurang.',
  KEY_OVER_1024_CHARS: 'kuncinya terlalu panjang.',
  IMPOSSIBLE: 'bentuknya tidak dikenal.',
};
