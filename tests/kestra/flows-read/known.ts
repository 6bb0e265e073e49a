/** Where reading differs from the reference on purpose, or not yet; each with its reason. */

/** Names are `TYPE.property = value`. */
export const MATRIX: readonly { names: RegExp; why: string }[] = [];

/** By the name of the edge. */
export const EDGES: Readonly<Record<string, string>> = Object.fromEntries([
  ['flow multiline unindented', 'The yaml library ends brackets at an unindented line, as YAML 1.2 says.'],
  ['flow list unindented end', 'The yaml library ends brackets at an unindented line, as YAML 1.2 says.'],
  ['multi-line quoted unindented', 'The yaml library ends quotes at an unindented line, as YAML 1.2 says.'],
]);

/** By the name of the case. */
export const INPUTS: Readonly<Record<string, string>> = {
  'JSON <- "{\\"a\\":1} x"': 'Kestra stops reading behind the first value; ours says that something follows.',
  'SECRET <- "x"': 'A Kestra with a key keeps it encrypted; ours keeps it masked.',
  'FILE <- "abc"': 'An address is only opened when it is used.',
  'FILE, required: false <- ""': 'An empty address is no file, which is no error where none is asked for.',
  'MULTISELECT, values: ["1", "2"], itemType: INT <- "[1]"': 'Kestra fails on its own conversion (ClassCastException).',
  'MULTISELECT, values: ["1", "2"], itemType: INT <- "[\\"1\\"]"':
    'Kestra fails on its own conversion (ClassCastException).',
  'kv default': 'kv() in a default needs the host, which these tests have not.',
};
