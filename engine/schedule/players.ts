/** Which triggers are being played: a flow that is saved meanwhile gets its old ones stopped and its new ones started. */
import type { Play } from './clockwork.ts';
import type { Subject } from './subject.ts';

type PlayOne = (subject: Subject, play: Play) => Promise<void>;

export interface Players {
  play(play: Play, subjects: readonly Subject[], playOne: PlayOne): Promise<void>;
  renew(namespace: string, id: string, subjects: readonly Subject[], playOne: PlayOne): void;
}

interface Game {
  play: Play;
  /** By flow. */
  stops: Map<string, AbortController>;
  running: Set<Promise<void>>;
}

export function createPlayers(): Players {
  const games = new Set<Game>();

  function begin(game: Game, subjects: readonly Subject[], playOne: PlayOne): void {
    for (const subject of subjects) {
      const key = `${subject.flow.namespace}/${subject.flow.id}`;
      const stop = game.stops.get(key) ?? new AbortController();
      game.stops.set(key, stop);
      const signal = AbortSignal.any([game.play.signal, stop.signal]);
      const one = playOne(subject, { ...game.play, signal }).finally(() => game.running.delete(one));
      game.running.add(one);
    }
  }

  return {
    async play(play, subjects, playOne) {
      const game: Game = { play, stops: new Map(), running: new Set() };
      games.add(game);
      try {
        begin(game, subjects, playOne);
        const endless = play.until === undefined;
        if (endless) await aborted(play.signal);
        // A trigger may start another one's flow: all of them, until none is left.
        while (game.running.size > 0) await Promise.all(game.running);
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
  };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
