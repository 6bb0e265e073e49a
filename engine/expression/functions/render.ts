/** `render` and `renderOnce`: a text that holds a template is rendered too; blocks by their name. */
import { Failure } from '../failures.ts';
import { InnerOutput } from '../output.ts';
import { deeper, made, type Scope, spend, step } from '../scope.ts';
import { entriesOf, isMap, isNothing, JavaMap, sizeOf, stringify } from '../values.ts';
import type { PebbleFunction } from './function.ts';

/** As many passes as Kestra makes before it gives up. */
const MOST_PASSES = 100;

export function fixpoint(text: string, pass: (text: string) => string): string {
  let current = text;
  for (let passes = 0; passes < MOST_PASSES; passes++) {
    const next = pass(current);
    if (next === current) return next;
    current = next;
  }
  throw new Failure('Too many rendering attempts', 'Ungkapan ini memanggil dirinya sendiri tanpa akhir.');
}

function deep(value: unknown, change: (text: string) => string, scope: Scope): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    spend(scope, value.length);
    return value.map((item) => deep(item, change, scope));
  }
  if (!isMap(value)) return value;
  spend(scope, sizeOf(value));
  return new JavaMap(entriesOf(value).map(([key, item]) => [deep(key, change, scope), deep(item, change, scope)]));
}

/** A template is read letter by letter, which takes so many times as long as passing over a text. */
const READING = 8;

/** One pass, counted; it goes one deeper, so that a text that renders itself ends. */
const once =
  (scope: Scope) =>
  (text: string): string => {
    if (!text.includes('{')) return text;
    step(scope, text.length * READING);
    return made(
      deeper(scope, () => scope.shared.render(text, scope.visible())),
      scope,
    );
  };

function given(name: string, toRender: unknown): unknown {
  if (toRender === undefined)
    throw new Failure(
      `The '${name}' function expects an argument 'toRender'.`,
      `\`${name}\` memerlukan teks yang akan dirender.`,
    );
  return toRender;
}

export const renderFunctions: readonly PebbleFunction[] = [
  {
    name: 'render',
    args: ['toRender', 'recursive'],
    help: 'Merender teks yang berisi ungkapan, sampai habis.',
    example: ["{{ render('{' ~ '{ 1 + 1 }' ~ '}') }}", '2'],
    call: ({ toRender, recursive }, scope) => {
      if (scope.shared.options.recursive) {
        throw new Failure(
          'Function or Macro [render] does not exist',
          '`render` tidak ada bila perenderan rekursif dinyalakan.',
        );
      }
      if (!isNothing(recursive) && typeof recursive !== 'boolean')
        throw new Failure(
          "The 'render' function expects an optional argument 'recursive' with type boolean.",
          '`recursive` pada `render` harus true atau false.',
        );
      const pass = once(scope);
      return deep(given('render', toRender), recursive === false ? pass : (text) => fixpoint(text, pass), scope);
    },
  },
  {
    name: 'renderOnce',
    args: ['toRender'],
    help: 'Merender teks yang berisi ungkapan, satu kali.',
    example: ["{{ renderOnce('{' ~ '{ 1 + 1 }' ~ '}') }}", '2'],
    call: ({ toRender }, scope) => deep(given('renderOnce', toRender), once(scope), scope),
  },
  {
    name: 'block',
    args: ['name'],
    help: 'Isi sebuah block.',
    example: ["{% block 'a' %}x{% endblock %}{{ block('a') }}", 'xx'],
    call: ({ name }, scope) => {
      const output = new InnerOutput(scope.shared);
      const body = scope.shared.template.blocks.get(stringify(name));
      if (body) deeper(scope, () => body(scope, output));
      return made(output.result, scope);
    },
  },
];
