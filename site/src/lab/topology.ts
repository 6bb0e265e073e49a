/** Where the stations of a flow stand when there is room: rows from left to right, each group's children in rows of their own. Pure. */
import type { Graph, GraphNode } from '#engine/index.ts';

export interface Topology {
  width: number;
  height: number;
  nodes: { id: string; x: number; y: number }[];
  groups: { id: string; x: number; y: number; width: number; height: number }[];
  edges: { from: string; to: string; path: string }[];
}

const STATION = { width: 118, height: 84 };
const INSET = { x: 14, top: 26, bottom: 4 };
/** Between rows: a line that goes on in the next row runs through here. */
const GAP = 24;
/** More in a line than this goes on in the next row. */
const MOST_IN_ROW = 5;
const HEAD = 30;

interface Box {
  width: number;
  height: number;
  place(x: number, y: number): void;
}

interface Anchor {
  left: number;
  right: number;
  /** Where a line that goes on below turns: right of the label. */
  turn: number;
  y: number;
  /** The lower edge, label included. */
  bottom: number;
}

export function layoutTopology(graph: Graph): Topology {
  const topology: Topology = { width: 0, height: 0, nodes: [], groups: [], edges: [] };
  const children = Map.groupBy(graph.nodes, ({ parent }) => parent);
  const at = new Map<string, Anchor>();

  const boxOf = (node: GraphNode): Box => (node.group ? groupBox(node) : stationBox(node.id));

  function stationBox(id: string): Box {
    return {
      ...STATION,
      place(x, y) {
        const point = { x: x + STATION.width / 2, y: y + HEAD };
        topology.nodes.push({ id, ...point });
        at.set(id, {
          y: point.y,
          left: point.x - 19,
          right: point.x + 19,
          turn: x + STATION.width,
          bottom: y + STATION.height,
        });
      },
    };
  }

  function groupBox(node: GraphNode): Box {
    const branches = Map.groupBy(children.get(node.id) ?? [], ({ branch }) => branch);
    const inner = stacked([...branches.values()].map((nodes) => rowsBox(nodes, boxOf)));
    const size = { width: inner.width + 2 * INSET.x, height: inner.height + INSET.top + INSET.bottom };
    return {
      ...size,
      place(x, y) {
        topology.groups.push({ id: node.id, x, y, ...size });
        inner.place(x + INSET.x, y + INSET.top);
        at.set(node.id, {
          y: y + size.height / 2,
          left: x,
          right: x + size.width,
          turn: x + size.width + BEND,
          bottom: y + size.height,
        });
      },
    };
  }

  const root = rowsBox(children.get(undefined) ?? [], boxOf);
  root.place(20, 8);
  topology.width = root.width + 40;
  topology.height = root.height + 16;
  for (const { from, to } of graph.edges) {
    const [a, b] = [at.get(from), at.get(to)];
    if (a && b) topology.edges.push({ from, to, path: lineBetween(a, b) });
  }
  return topology;
}

/** Lone stations stand side by side; a group takes a row to itself. */
function rowsBox(nodes: readonly GraphNode[], boxOf: (node: GraphNode) => Box): Box {
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

const BEND = 9;

/** To the right in one sweep; into the next row through the gap between, as a line of text goes on. */
function lineBetween(a: Anchor, b: Anchor): string {
  if (b.left > a.right) {
    const middle = (a.right + b.left) / 2;
    return `M${a.right} ${a.y}C${middle} ${a.y} ${middle} ${b.y} ${b.left} ${b.y}`;
  }
  const gap = a.bottom + GAP / 2;
  const back = b.left - 10;
  return [
    `M${a.right} ${a.y}H${a.turn - BEND}q${BEND} 0 ${BEND} ${BEND}`,
    `V${gap - BEND}`,
    `q0 ${BEND} ${-BEND} ${BEND}`,
    `H${back + BEND}`,
    `q${-BEND} 0 ${-BEND} ${BEND}`,
    `V${b.y - BEND}`,
    `q0 ${BEND} ${BEND} ${BEND}`,
    `H${b.left}`,
  ].join('');
}
