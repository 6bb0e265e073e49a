/** What `alur doctor` looks at. Gathered at the edge (`gather.ts`), judged purely (`findings.ts`). */
export interface PortFact {
  /** Its name in `.env`. */
  variable: string;
  port: number;
  /** Who listens there, as far as can be told: a process or a container; nothing where it is free. */
  takenBy?: string;
  /** It is this project's own compose that listens. */
  ours?: boolean;
}

export interface ContainerFact {
  name: string;
  image: string;
  /** `running`, `exited`, … */
  state: string;
  /** The compose project it belongs to; '' for none. */
  project: string;
  /** Where its volumes are mounted. */
  mounts: readonly string[];
}

export interface Facts {
  /** `24.21.0` */
  node: string;
  /** What `docker version` answered. */
  docker: { code: number; said: string } | 'absent';
  /** How far the daemon's clock is from this computer's, in seconds. */
  dockerClock?: number;
  ports: readonly PortFact[];
  containers: readonly ContainerFact[];
  /** Volumes of the compose project `alur`. */
  volumes: readonly string[];
  /** Images that compose would fetch. */
  missingImages: readonly string[];
  /** Whether the world outside answers, and how far this computer's clock is from its, in seconds. */
  network: { reachable: false } | { reachable: true; clock?: number };
  /** Bytes free where Alur keeps its things. */
  diskFree: number;
  /** A compose file in the folder one stands in, as text. */
  composeFile?: string;
  /** A browser for the tests; the page itself runs in any. */
  browser?: string;
}
