/** Pebble's precedences, low to high; all binary operators associate to the left (Pebble 3.2.4 with Kestra's `??`, `???`, `isIn`). */
import type { BinaryOperator } from './ast.ts';

export const TEST = 20;
export const FILTER = 100;

const at = (precedence: number, as: BinaryOperator) => ({ precedence, as });

export const BINARY: Record<string, { precedence: number; as: BinaryOperator } | undefined> = Object.assign(
  Object.create(null),
  {
    or: at(10, 'or'),
    and: at(15, 'and'),
    contains: at(20, 'contains'),
    '==': at(30, '=='),
    equals: at(30, '=='),
    '!=': at(30, '!='),
    '>': at(30, '>'),
    '<': at(30, '<'),
    '>=': at(30, '>='),
    '<=': at(30, '<='),
    '+': at(40, '+'),
    '-': at(40, '-'),
    '*': at(60, '*'),
    '/': at(60, '/'),
    '%': at(60, '%'),
    '~': at(110, '~'),
    '..': at(120, '..'),
    '??': at(120, '??'),
    '???': at(120, '???'),
    isIn: at(120, 'isIn'),
  },
);
