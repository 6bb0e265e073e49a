/** Where the stations of a flow stand: rows of groups, laid out from left to right, each group's children in rows of their own. Pure. */
import type { Graph, GraphNode } from '#engine/index.ts';

export interface Topology {
  width: number;
  height: number;
  nodes: { id: string; x: number; y: number }[];
  groups: { id: string; x: number; y: number; width: number; height: number }[];
  edges: { from: string; to: string; path: string }[];
}

const STATION = { width: 118, height: 78 };
const INSET = { x: 14, top: 26, bottom: 6 };
/** More in a line than this goes on in the next row. */
const MOST_IN_ROW = 6;

interface Box {
  width: number;
  height: number;
  place(x: number, y: number): void;
}

export function layoutTopology(graph: Graph): Topology {
  const topology: Topology = { width: 0, height: 0, nodes: [], groups: [], edges: [] };
  const children = new Map<string | undefined, GraphNode[]>();
  for (const node of graph.nodes) children.set(node.parent, [...(children.get(node.parent) ?? []), node]);
  const at = new Map<string, { x: number; y: number; left: number; right: number }>();

  function boxOf(node: GraphNode): Box {
    return node.group ? groupBox(node) : stationBox(node.id);
  }

  function stationBox(id: string): Box {
    return {
      ...STATION,
      place(x, y) {
        const point = { x: x + STATION.width / 2, y: y + 30 };
        topology.nodes.push({ id, ...point });
        at.set(id, { ...point, left: point.x - 17, right: point.x + 17 });
      },
    };
  }

  function groupBox(node: GraphNode): Box {
    const branches = new Map<string, GraphNode[]>();
    for (const child of children.get(node.id) ?? [])
      branches.set(child.branch ?? '', [...(branches.get(child.branch ?? '') ?? []), child]);
    const rows = [...branches.values()].map(rowsBox);
    const inner = stacked(rows);
    return {
      width: inner.width + 2 * INSET.x,
      height: inner.height + INSET.top + INSET.bottom,
      place(x, y) {
        const box = {
          id: node.id,
          x,
          y,
          width: inner.width + 2 * INSET.x,
          height: inner.height + INSET.top + INSET.bottom,
        };
        topology.groups.push(box);
        inner.place(x + INSET.x, y + INSET.top);
        at.set(node.id, { x: x + box.width / 2, y: y + box.height / 2, left: x, right: x + box.width });
      },
    };
  }

  function rowsBox(nodes: readonly GraphNode[]): Box {
    const boxes = nodes.map(boxOf);
    const rows: Box[] = [];
    for (let start = 0; start < boxes.length; start += MOST_IN_ROW)
      rows.push(sideBySide(boxes.slice(start, start + MOST_IN_ROW)));
    return stacked(rows);
  }

  const root = rootBox(children.get(undefined) ?? [], boxOf);
  root.place(8, 8);
  topology.width = root.width + 16;
  topology.height = root.height + 16;
  for (const { from, to } of graph.edges) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a && b) topology.edges.push({ from, to, path: curve(a.right, a.y, b.left, b.y) });
  }
  return topology;
}

/** Lone stations stand side by side; a group takes a row to itself. */
function rootBox(nodes: readonly GraphNode[], boxOf: (node: GraphNode) => Box): Box {
  const rows: Box[] = [];
  let row: Box[] = [];
  const flush = () => {
    if (row.length > 0) rows.push(sideBySide(row));
    row = [];
  };
  for (const node of nodes) {
    if (node.group || row.length >= MOST_IN_ROW) flush();
    row.push(boxOf(node));
    if (node.group) flush();
  }
  flush();
  return stacked(rows);
}

const GAP = 14;

function sideBySide(boxes: readonly Box[]): Box {
  const height = Math.max(0, ...boxes.map((box) => box.height));
  return {
    width: boxes.reduce((sum, box) => sum + box.width, 0),
    height,
    place(x, y) {
      let left = x;
      for (const box of boxes) {
        box.place(left, y + (height - box.height) / 2);
        left += box.width;
      }
    },
  };
}

function stacked(boxes: readonly Box[]): Box {
  return {
    width: Math.max(0, ...boxes.map((box) => box.width)),
    height: boxes.reduce((sum, box) => sum + box.height, 0) + GAP * Math.max(0, boxes.length - 1),
    place(x, y) {
      let top = y;
      for (const box of boxes) {
        box.place(x, top);
        top += box.height + GAP;
      }
    },
  };
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  if (x2 > x1) return `M${x1} ${y1}C${(x1 + x2) / 2} ${y1} ${(x1 + x2) / 2} ${y2} ${x2} ${y2}`;
  const middle = (y1 + y2) / 2;
  return `M${x1} ${y1}C${x1 + 40} ${middle} ${x2 - 40} ${middle} ${x2} ${y2}`;
}
