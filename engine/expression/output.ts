/** Where printed values go: into one text, or, typed, kept as they are as long as only one is printed. */
import { classOf } from './classes.ts';
import { Failure, LimitFailure } from './failures.ts';
import { isNumeric } from './numbers.ts';
import type { Output } from './scope.ts';
import { isNothing, javaString, stringify } from './values.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export class TextOutput implements Output {
  result = '';
  private readonly most: number;
  private readonly escapes: boolean;

  constructor(most: number, escapes = false) {
    this.most = most;
    this.escapes = escapes;
  }

  text(text: string): void {
    this.result += text;
    if (this.result.length > this.most) tooLong();
  }

  value(value: unknown, literal = false): void {
    const text = stringify(value);
    this.text(
      this.escapes && !literal ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character) : text,
    );
  }
}

export class TypedOutput implements Output {
  result: unknown = null;
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  text(text: string): void {
    if (text !== '') this.value(text);
  }

  value(value: unknown): void {
    if (isNothing(value)) return;
    if (isNothing(this.result)) {
      this.result = value;
      return;
    }
    if (!isPlain(this.result) || !isPlain(value)) {
      throw new Failure(
        `Cannot concat ${classOf(this.result)} with ${classOf(value)}`,
        'Daftar atau map tidak bisa disambung dengan teks di sini. Sisakan satu {{ }} saja, atau pakai filter toJson.',
        true,
      );
    }
    const text = javaString(this.result) + javaString(value);
    if (text.length > this.most) tooLong();
    this.result = text;
  }
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || isNumeric(value);

function tooLong(): never {
  throw new LimitFailure('The result of the expression is too long', 'Hasil ungkapan ini terlalu panjang.');
}
