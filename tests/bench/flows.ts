/** The flows that the engine is measured with. */
const task = (id: string): string => `  - {id: ${id}, type: io.kestra.plugin.core.debug.Return, format: x}\n`;

export const returns = (count: number): string =>
  `id: r${count}\nnamespace: bench\ntasks:\n${Array.from({ length: count }, (_, number) => task(`t${number}`)).join('')}`;

export const forEach = (count: number): string => `id: e${count}
namespace: bench
tasks:
  - id: e
    type: io.kestra.plugin.core.flow.ForEach
    values: "{{ range(1, ${count}) }}"
    tasks: [{id: r, type: io.kestra.plugin.core.debug.Return, format: x}]
`;
