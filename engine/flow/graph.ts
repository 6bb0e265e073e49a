/** The flow as stations and lines, for the topology: what leads to what, which tasks stand in which group. */
import type { Flow, Task } from '../door.ts';

export interface GraphNode {
  /** The task's id. */
  id: string;
  type: string;
  /** The group it stands in, by the id of the task that holds it. */
  parent?: string;
  /** Which of the parent's branches: `then`, `tasks`. */
  branch?: string;
  group: boolean;
}

export interface GraphEdge {
  from: string;
  to: string;
  /** `then`, `else`, a case's name. */
  label?: string;
}

export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** Branches whose tasks run side by side. */
const SIDE_BY_SIDE = /\.(Parallel|EachParallel|Dag)$/;

export function flowGraph(flow: Flow): Graph {
  const graph: Graph = { nodes: [], edges: [] };
  line(graph, flow.tasks, undefined, undefined);
  return graph;
}

/** Lays tasks one after the other; answers the ends that the next one follows. */
function line(graph: Graph, tasks: readonly Task[], parent: string | undefined, branch: string | undefined): void {
  let before: string | undefined;
  for (const task of tasks) {
    station(graph, task, parent, branch);
    if (before !== undefined) graph.edges.push({ from: before, to: task.id });
    before = task.id;
  }
}

function station(graph: Graph, task: Task, parent: string | undefined, branch: string | undefined): void {
  const branches = Object.entries(task.branches).filter(([, inner]) => inner.length > 0);
  graph.nodes.push({
    id: task.id,
    type: task.type,
    group: branches.length > 0,
    ...(parent !== undefined && { parent }),
    ...(branch !== undefined && { branch }),
  });
  for (const [name, inner] of branches) {
    if (!SIDE_BY_SIDE.test(task.type)) line(graph, inner, task.id, name);
    else for (const child of inner) station(graph, child, task.id, name);
    for (const child of inner)
      for (const needed of child.dependsOn ?? []) graph.edges.push({ from: needed, to: child.id });
  }
}
