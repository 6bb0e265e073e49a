/** Where printed values go: into one text, or, typed, kept as they are as long as only one is printed. */
import { classOf } from './classes.ts';
import { Failure, LimitFailure } from './failures.ts';
import { isNumeric } from './numbers.ts';
import type { Output, Shared } from './scope.ts';
import { Character, isNothing, javaString, stringify } from './values.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export class TextOutput implements Output {
  result = '';
  private readonly most: number;
  private readonly escapes: boolean;

  constructor({ limits, options }: Shared) {
    this.most = limits.characters;
    this.escapes = options.autoEscaping ?? false;
  }

  protected print(value: unknown): string {
    return stringify(value);
  }

  text(text: string): void {
    this.result += text;
    if (this.result.length > this.most) tooLong();
  }

  value(value: unknown, literal = false): void {
    const text = typeof value === 'string' ? value : this.print(value);
    this.text(
      this.escapes && !literal ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character) : text,
    );
  }
}

/** Inside a macro, a filter tag, or `block()`, lists and maps print Java's way. */
export class InnerOutput extends TextOutput {
  protected override print(value: unknown): string {
    return isNothing(value) ? '' : javaString(value);
  }
}

export class TypedOutput implements Output {
  result: unknown = null;
  private readonly most: number;

  constructor({ limits }: Shared) {
    this.most = limits.characters;
  }

  text(text: string): void {
    this.value(text);
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
  typeof value === 'string' || typeof value === 'boolean' || value instanceof Character || isNumeric(value);

function tooLong(): never {
  throw new LimitFailure('The result of the expression is too long', 'Hasil ungkapan ini terlalu panjang.');
}
