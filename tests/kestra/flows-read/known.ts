/** Where reading differs from the reference on purpose, or not yet; each with its reason. */

/** Names are `TYPE.property = value`. */
export const MATRIX: readonly { names: RegExp; why: string }[] = [
  {
    names:
      /(tasks|errors|finally|afterExecution|triggers|then|else|defaults|cases|conditions|listeners|taskDefaults|sla|onPause) = (list of (texts|numbers|null|lists|templates)|map of lists)$/,
    why: 'Where a task, trigger or condition must stand, Kestra saves a text or a list and breaks on it later. Ours refuses.',
  },
  {
    names: /^(trigger\.\w+|http\.Trigger|condition\.(Not|Or))\.conditions = tasks?$/,
    why: 'Kestra saves a task as a condition and breaks on it later. Ours refuses.',
  },
  {
    names: /^condition\.\w+\.\w+ = /,
    why: 'Conditions take text where Kestra saves anything and fails at every tick. Ours refuses what can never hold.',
  },
  {
    names: /^(flow|flow\.Subflow|flow\.ForEachItem)\.labels = (map|list) of null$/,
    why: 'Kestra validates an empty label and then refuses to create it.',
  },
  {
    names: /\.(concurrencyLimit|withSeconds|interval) = empty$/,
    why: 'An empty text for a number or flag that has a default.',
  },
  {
    names: /^flow\.Pause\.(onPause|onResume) = |^flow\.ForEachItem\.tasks = /,
    why: 'What is no task or input there is saved by Kestra and breaks later; tasks of a ForEachItem are not run by it.',
  },
  {
    names: /^flow\.Subflow\.(scheduleDate|restartBehavior) = /,
    why: 'Not run here: refused instead of being passed over in silence.',
  },
];

/** By the name of the edge. */
export const EDGES: Readonly<Record<string, string>> = Object.fromEntries([
  ...['errors', 'finally', 'then', 'else', 'tasks', 'triggers', 'tasks and']
    .flatMap((key) => ['texts', 'numbers', 'nulls', 'lists'].map((what) => `${key} ${what}`))
    .filter((name) => !/^(tasks|tasks and|triggers) (texts|numbers|lists)$/.test(name))
    .map((name) => [name, 'A list of tasks with something that is no task.'] as const),
  ['flow multiline unindented', 'The yaml library ends brackets at an unindented line, as YAML 1.2 says.'],
  ['flow list unindented end', 'The yaml library ends brackets at an unindented line, as YAML 1.2 says.'],
  ['multi-line quoted unindented', 'The yaml library ends quotes at an unindented line, as YAML 1.2 says.'],
  ['pluginDefaults condition', 'pluginDefaults are not applied to conditions yet.'],
]);

/** By the name of the case. */
export const INPUTS: Readonly<Record<string, string>> = {
  'JSON <- "{\\"a\\":1} x"': 'Kestra stops reading behind the first value; ours says that something follows.',
  'SECRET <- "x"': 'The reference has no encryption set up.',
  'SECRET <- ""': 'The reference has no encryption set up.',
  'FILE <- "abc"': 'An address is only opened when it is used.',
  'FILE, required: false <- ""': 'An empty address is no file, which is no error where none is asked for.',
  'MULTISELECT, values: ["1", "2"], itemType: INT <- "[1]"': 'Kestra fails on its own conversion (ClassCastException).',
  'MULTISELECT, values: ["1", "2"], itemType: INT <- "[\\"1\\"]"':
    'Kestra fails on its own conversion (ClassCastException).',
  'kv default': 'kv() in a default needs the host, which these tests have not.',
};
