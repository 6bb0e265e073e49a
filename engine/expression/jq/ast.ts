/** What a jq program is made of. */
export type Operator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Assignment = '=' | '|=' | '+=' | '-=' | '*=' | '/=' | '%=' | '//=';

/** What stands after `as`. */
export type Pattern =
  | { kind: 'variable'; name: string }
  | { kind: 'list'; items: Pattern[] }
  | { kind: 'map'; entries: { key: JqNode; name?: string; value?: Pattern }[] };

export interface Definition {
  name: string;
  parameters: string[];
  body: JqNode;
}

export type JqNode =
  | { kind: 'identity' }
  | { kind: 'everything' }
  | { kind: 'literal'; value: unknown }
  /** A text with `\( )` inside; what is inside goes through the format. */
  | { kind: 'text'; parts: (string | JqNode)[]; format: string | undefined }
  | { kind: 'format'; name: string }
  | { kind: 'list'; of: JqNode | undefined }
  | { kind: 'map'; entries: { key: JqNode; value: JqNode }[] }
  /** `optional`: with a `?`, what goes wrong at this step is nothing. */
  | { kind: 'index'; of: JqNode; key: JqNode; optional?: true }
  | { kind: 'slice'; of: JqNode; from: JqNode | undefined; to: JqNode | undefined; optional?: true }
  | { kind: 'each'; of: JqNode; optional?: true }
  | { kind: 'negative'; of: JqNode }
  | { kind: 'pipe'; left: JqNode; right: JqNode }
  | { kind: 'comma'; left: JqNode; right: JqNode }
  | { kind: 'calculate'; operator: Operator; left: JqNode; right: JqNode }
  | { kind: 'logic'; operator: 'and' | 'or'; left: JqNode; right: JqNode }
  | { kind: 'alternative'; left: JqNode; right: JqNode }
  | { kind: 'assign'; operator: Assignment; left: JqNode; right: JqNode }
  | { kind: 'if'; test: JqNode; then: JqNode; otherwise: JqNode }
  | { kind: 'try'; of: JqNode; handler: JqNode | undefined }
  | { kind: 'reduce'; of: JqNode; pattern: Pattern; start: JqNode; update: JqNode }
  | { kind: 'foreach'; of: JqNode; pattern: Pattern; start: JqNode; update: JqNode; extract: JqNode }
  | { kind: 'define'; definition: Definition; rest: JqNode }
  | { kind: 'call'; name: string; args: JqNode[] }
  | { kind: 'variable'; name: string }
  | { kind: 'as'; of: JqNode; pattern: Pattern; body: JqNode }
  | { kind: 'label'; name: string; body: JqNode }
  | { kind: 'break'; name: string };
