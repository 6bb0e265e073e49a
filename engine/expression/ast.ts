/** What a template is made of. `at` is an offset into the template. */

export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'print'; value: Expr; at: number }
  | { kind: 'if'; branches: { test: Expr; body: Node[] }[]; otherwise: Node[] }
  | { kind: 'for'; name: string; of: Expr; body: Node[]; otherwise: Node[] }
  | { kind: 'set'; name: string; value: Expr }
  | { kind: 'block'; name: string; body: Node[] }
  | { kind: 'macro'; name: string; parameters: Argument[]; body: Node[]; at: number }
  | { kind: 'filter'; filters: FilterCall[]; body: Node[]; at: number };

export interface Argument {
  name?: string;
  value: Expr;
}

export interface FilterCall {
  name: string;
  args: Argument[];
  at: number;
}

export type BinaryOperator =
  | 'or'
  | 'and'
  | 'contains'
  | '=='
  | '!='
  | '>'
  | '<'
  | '>='
  | '<='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '~'
  | '..'
  | '??'
  | '???'
  | 'isIn';

export type Expr =
  | { kind: 'literal'; value: unknown }
  /** A double-quoted string with `#{ }` inside. */
  | { kind: 'joined'; parts: Expr[] }
  | { kind: 'list'; items: Expr[] }
  | { kind: 'map'; entries: { key: Expr; value: Expr }[] }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'attribute'; of: Expr; key: Expr; args?: Argument[]; dotted: boolean; at: number }
  | { kind: 'call'; name: string; args: Argument[]; at: number }
  | { kind: 'filtered'; value: Expr; filter: FilterCall }
  | { kind: 'test'; value: Expr; name: string; args: Argument[]; negated: boolean; at: number }
  | { kind: 'unary'; operator: 'not' | '-' | '+'; value: Expr; at: number }
  | { kind: 'binary'; operator: BinaryOperator; left: Expr; right: Expr; at: number }
  | { kind: 'ternary'; test: Expr; then: Expr; otherwise: Expr };
