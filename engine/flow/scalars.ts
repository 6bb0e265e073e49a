/** Plain scalars as a Kestra reads them: YAML 1.1 (SnakeYAML under Jackson), where `yes` is true and `010` is 8. Asked from 1.1.15. */

const FLAG = new Map<string, boolean>([
  ...['yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const NOTHING = new Set(['null', 'Null', 'NULL', '~']);
const WHOLE = /^([-+]?)(?:0b([01_]+)|0x([\da-fA-F_]+)|(0[0-7_]*)|([1-9][\d_]*))$/;
const BROKEN = /^[-+]?(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*|\._[\d_]*\d[\d_]*|\d[\d_]*(?=[eE]))(?:[eE][-+]?\d+)?$/;
/** Numbers to SnakeYAML, but Jackson can't read them: the flow is refused. */
const UNREADABLE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)|[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*)$/;

export const isUnreadable = (text: string): boolean => UNREADABLE.test(text);

export function plainScalar(text: string): string | number | boolean | null {
  const flag = FLAG.get(text);
  if (flag !== undefined) return flag;
  if (NOTHING.has(text)) return null;
  if (!/^[-+.]?[\d.]/.test(text)) return text;
  const whole = WHOLE.exec(text);
  if (whole) return wholeNumber(whole) ?? text;
  if (!BROKEN.test(text)) return text;
  const number = Number(text.replaceAll('_', ''));
  return Number.isNaN(number) ? text : number === Number.POSITIVE_INFINITY ? 'Infinity' : number;
}

function wholeNumber([, sign, binary, hex, octal, decimal]: RegExpExecArray): number | undefined {
  const [digits, base] = binary ? [binary, 2] : hex ? [hex, 16] : octal ? [octal, 8] : [decimal ?? '', 10];
  const bare = digits.replaceAll('_', '');
  const number = base === 10 ? Number(bare) : Number.parseInt(bare, base);
  if (bare === '' || Number.isNaN(number)) return undefined;
  return sign === '-' && number !== 0 ? -number : number;
}

/** `!!int "2"`, `!!str 1`: a tag that says what the text is. Every other tag is ignored. */
export function taggedScalar(tag: string, text: string): string | number | boolean | null {
  const kind = tag.replace(/^tag:yaml\.org,2002:/, '').replace(/^!!/, '');
  return kind === 'int' || kind === 'float' || kind === 'bool' || kind === 'null' ? plainScalar(text) : text;
}
