import { describe, expect, test } from 'vitest';
import { flowGraph, type Graph, parseFlow } from '#engine/index.ts';
import { layoutTopology } from './topology.ts';
import { layoutTall, TALL_WIDTH } from './topologyTall.ts';

const log = (id: string, indent: number) =>
  `${' '.repeat(indent)}- id: ${id}\n${' '.repeat(indent)}  type: io.kestra.plugin.core.log.Log\n${' '.repeat(indent)}  message: a\n`;
const group = (id: string, type: string, inner: string) =>
  `  - id: ${id}\n    type: io.kestra.plugin.core.flow.${type}\n    tasks:\n${inner}`;

function graphOf(tasks: string): Graph {
  const { flow } = parseFlow(`id: a\nnamespace: b\ntasks:\n${tasks}`);
  if (!flow) throw new Error('no flow');
  return flowGraph(flow);
}

const many = Array.from({ length: 13 }, (_, index) => log(`t${index}`, 2)).join('');
const nested = `${log('awal', 2)}${group('grup', 'Parallel', log('x', 6) + log('y', 6))}${log('akhir', 2)}`;

describe.each([
  ['many in a line', many],
  ['a group between two', nested],
])('%s', (_, tasks) => {
  const graph = graphOf(tasks);

  test('wide: every station and edge is there, within the picture, none on another', () => {
    const { nodes, edges, width, height } = layoutTopology(graph);
    const stations = graph.nodes.filter((node) => !node.group);
    expect(nodes.map(({ id }) => id).sort()).toEqual(stations.map(({ id }) => id).sort());
    expect(edges).toHaveLength(graph.edges.length);
    for (const { x, y } of nodes) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeLessThan(height);
    }
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
  });

  test('tall: one below the other in the order of the text, groups around their own', () => {
    const { stations, groups, height } = layoutTall(graph);
    const ys = stations.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(Math.max(...ys)).toBeLessThan(height);
    for (const box of groups) {
      const inside = stations.filter(({ y }) => y > box.y && y < box.y + box.height).map(({ id }) => id);
      expect(inside).toEqual(graph.nodes.filter(({ parent }) => parent === box.id).map(({ id }) => id));
      expect(box.x + box.width).toBeLessThanOrEqual(TALL_WIDTH);
    }
  });
});
