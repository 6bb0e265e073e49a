/** Which triggers are being played: a flow that is saved meanwhile gets its old ones stopped and its new ones started. */
import type { Tick } from '../door.ts';
import type { Play } from './clockwork.ts';
import type { Subject } from './subject.ts';

type PlayOne = (subject: Subject, play: Play) => Promise<void>;

export interface Players {
  play(play: Play, subjects: readonly Subject[], playOne: PlayOne): Promise<void>;
  renew(namespace: string, id: string, subjects: readonly Subject[], playOne: PlayOne): void;
  /** What fired without the clock: every play is told of it, and ends only after such work. */
  tell(tick: Tick): void;
  include(work: Promise<void>): void;
}

interface Game {
  play: Play;
  /** By flow. */
  stops: Map<string, AbortController>;
  running: Set<Promise<void>>;
}

export function createPlayers(): Players {
  const games = new Set<Game>();
  /** What is under way without the clock; it may have begun before any play. */
  const others = new Set<Promise<void>>();

  function begin(game: Game, subjects: readonly Subject[], playOne: PlayOne): void {
    for (const subject of subjects) {
      const key = `${subject.flow.namespace}/${subject.flow.id}`;
      const stop = game.stops.get(key) ?? new AbortController();
      game.stops.set(key, stop);
      const signal = AbortSignal.any([game.play.signal, stop.signal]);
      run(game, playOne(subject, { ...game.play, signal }));
    }
  }

  function run(game: Game, work: Promise<void>): void {
    const one = work.finally(() => game.running.delete(one));
    game.running.add(one);
  }

  async function ended({ play, running }: Game): Promise<void> {
    if (play.until === undefined) return aborted(play.signal);
    // A trigger may start another one's flow: all of them, until none is left.
    const stopped = aborted(play.signal);
    while (running.size > 0 && !play.signal.aborted) await Promise.race([Promise.all(running), stopped]);
  }

  return {
    async play(play, subjects, playOne) {
      const game: Game = { play, stops: new Map(), running: new Set() };
      games.add(game);
      try {
        begin(game, subjects, playOne);
        for (const work of others) run(game, work);
        await ended(game);
      } finally {
        games.delete(game);
      }
    },
    renew(namespace, id, subjects, playOne) {
      for (const game of games) {
        game.stops.get(`${namespace}/${id}`)?.abort(new Error('saved anew'));
        game.stops.delete(`${namespace}/${id}`);
        begin(game, subjects, playOne);
      }
    },
    tell(tick) {
      for (const { play } of games) play.told(tick);
    },
    include(work) {
      const one = work.finally(() => others.delete(one));
      others.add(one);
      for (const game of games) run(game, work);
    },
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
