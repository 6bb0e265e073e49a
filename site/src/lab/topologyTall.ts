/** The flow where there is little room: a station a line, from top to bottom, groups as boxes around their lines. Pure. */
import type { Graph, GraphNode } from '#engine/index.ts';

export interface TallTopology {
  height: number;
  stations: { id: string; x: number; y: number }[];
  groups: { id: string; x: number; y: number; width: number; height: number }[];
  edges: { from: string; to: string; path: string }[];
}

export const TALL_WIDTH = 340;
const LINE = 50;
const INDENT = 22;
const FIRST = 28;
const CAPTION = 26;

export function layoutTall(graph: Graph): TallTopology {
  const tall: TallTopology = { height: 0, stations: [], groups: [], edges: [] };
  const children = Map.groupBy(graph.nodes, ({ parent }) => parent);
  const at = new Map<string, { x: number; top: number; bottom: number }>();
  let y = 8;

  function place(nodes: readonly GraphNode[], depth: number): void {
    for (const node of nodes) {
      if (node.group) placeGroup(node, depth);
      else {
        const point = { x: FIRST + depth * INDENT, y: y + LINE / 2 };
        tall.stations.push({ id: node.id, ...point });
        at.set(node.id, { x: point.x, top: point.y - 13, bottom: point.y + 13 });
        y += LINE;
      }
    }
  }

  function placeGroup(node: GraphNode, depth: number): void {
    const box = {
      id: node.id,
      x: 6 + depth * INDENT,
      y: y + 4,
      width: TALL_WIDTH - 12 - depth * INDENT * 1.3,
      height: 0,
    };
    tall.groups.push(box);
    y += CAPTION;
    place(children.get(node.id) ?? [], depth + 1);
    box.height = y - box.y;
    y += 10;
    at.set(node.id, { x: FIRST + depth * INDENT, top: box.y, bottom: box.y + box.height });
  }

  place(children.get(undefined) ?? [], 0);
  tall.height = y + 4;
  for (const { from, to } of graph.edges) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a && b) tall.edges.push({ from, to, path: `M${a.x} ${a.bottom}V${b.top}` });
  }
  return tall;
}
