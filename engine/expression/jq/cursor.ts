/** Reading jq's tokens one after the other. */
import { JqError } from './errors.ts';
import type { JqToken } from './lexer.ts';

export class Cursor {
  private readonly tokens: readonly JqToken[];
  protected at = 0;

  constructor(tokens: readonly JqToken[]) {
    this.tokens = tokens;
  }

  protected variable(): string {
    this.mark('$');
    return this.name();
  }

  protected name(): string {
    const token = this.next();
    return token.type === 'name' ? token.text : this.unexpected();
  }

  protected word(text: string): void {
    if (!this.takes('word', text)) this.unexpected();
  }

  protected mark(text: string): void {
    if (!this.takes('mark', text)) this.unexpected();
  }

  protected takes(type: 'word' | 'mark', text: string): boolean {
    const token = this.peek();
    if (token.type !== type || token.text !== text) return false;
    this.at++;
    return true;
  }

  protected isMark(text: string): boolean {
    const token = this.peek();
    return token.type === 'mark' && token.text === text;
  }

  protected peek(): JqToken {
    return this.tokens[this.at] ?? { type: 'end' };
  }

  protected next(): JqToken {
    const token = this.peek();
    this.at++;
    return token;
  }

  protected unexpected(): never {
    throw new JqError('syntax error');
  }

  /** What may stand right after the dot of a step. */
  protected startsStep(ahead: number): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.type === 'field' || token?.type === 'text' || (token?.type === 'mark' && token.text === '[');
  }
}
