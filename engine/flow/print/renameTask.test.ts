import { expect, test } from 'vitest';
import { parseText, print } from './print.ts';
import { renameTask } from './renameTask.ts';

const FLOW = `id: a
namespace: b
inputs:
  - {id: satu, type: STRING}
tasks:
  - id: "satu"   # namanya
    type: io.kestra.plugin.core.debug.Return
    format: '{{ inputs.satu }}'
  - id: dag
    type: io.kestra.plugin.core.flow.Dag
    tasks:
      - task:
          id: lain
          type: io.kestra.plugin.core.log.Log
          message: |
            {{ outputs.satu.value }} satu {{ outputs['satu'].value ~ tasks.satu.state }}
        dependsOn: [dua, satu]
`;

const renamed = (id: string, to: string): string | undefined => {
  const read = parseText(FLOW);
  const made = read && renameTask(read, id, to);
  return made && print(made);
};

test('the id and all that names it, nothing else', () => {
  expect(renamed('satu', 'awal')).toBe(
    FLOW.replace('"satu"', '"awal"')
      .replace('outputs.satu', 'outputs.awal')
      .replace("outputs['satu']", "outputs['awal']")
      .replace('tasks.satu', 'tasks.awal')
      .replace('[dua, satu]', '[dua, awal]'),
  );
});

test('an id that is no name in an expression goes in brackets', () => {
  expect(renamed('satu', 'ke-satu')).toContain(
    `{{ outputs['ke-satu'].value }} satu {{ outputs['ke-satu'].value ~ tasks['ke-satu'].state }}`,
  );
});

test('no such task, or an id that is taken', () => {
  expect(renamed('tiga', 'x')).toBeUndefined();
  expect(renamed('satu', 'lain')).toBeUndefined();
});
