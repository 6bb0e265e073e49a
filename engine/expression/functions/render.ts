/** `render` and `renderOnce`: a text that holds a template is rendered too; blocks by their name. */
import { Failure, type Scope } from '../scope.ts';
import { isMap, stringify } from '../values.ts';
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

function deep(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, change));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, change)]));
  return value;
}

const once = (scope: Scope) => (text: string) =>
  text.includes('{') ? scope.shared.render(text, scope.variables) : text;

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
      return deep(toRender, recursive === false ? once(scope) : (text) => fixpoint(text, once(scope)));
    },
  },
  {
    name: 'renderOnce',
    args: ['toRender'],
    help: 'Merender teks yang berisi ungkapan, satu kali.',
    example: ["{{ renderOnce('{' ~ '{ 1 + 1 }' ~ '}') }}", '2'],
    call: ({ toRender }, scope) => deep(toRender, once(scope)),
  },
  {
    name: 'block',
    args: ['name'],
    help: 'Isi sebuah block.',
    example: ["{% block 'a' %}x{% endblock %}{{ block('a') }}", 'xx'],
    call: ({ name }, scope) => {
      const body = scope.shared.blocks.get(stringify(name));
      if (!body)
        throw new Failure(`Block "${stringify(name)}" does not exist`, `Block \`${stringify(name)}\` tidak ada.`);
      return body(scope);
    },
  },
];
