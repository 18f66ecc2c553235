import type { Note } from '@dist/orchestration';
import { send, type World } from './world.ts';

/** People who are told what waits for them: most of the time they act, and then it goes on. */
export function operators(world: World, { type, effect, data }: Note): void {
  if (type === 'parked' && effect !== undefined) putRight(world, effect);
  if (type === 'held' && typeof data?.['hold'] === 'string') release(world, data['hold']);
}

/** Puts right what is parked, twice at most. */
function putRight(world: World, effect: string): void {
  const { chance, time, handled, replays } = world;
  const times = [...handled].filter((name) => name.startsWith(`${effect}!`)).length;
  if (times >= 2 || chance.is(`left parked/${effect}/${times}`, 0.1)) return;
  handled.add(`${effect}!${times}`);
  const root = effect.replace(/#\d+$/, '');
  replays.set(root, (replays.get(root) ?? 0) + 1);
  const event = { type: 'operator.replayed', effect, by: 'operator', reason: 'put right' } as const;
  time.after(chance.between(`operator/${effect}/${times}`, 60, 4000), async () =>
    send(world, `replay/${effect}/${times}`, event),
  );
}

function release(world: World, hold: string): void {
  const { chance, time, handled } = world;
  if (handled.has(hold) || chance.is(`left held/${hold}`, 0.1)) return;
  handled.add(hold);
  const event = { type: 'hold.released', hold, by: 'a person' } as const;
  time.after(chance.between(`person/${hold}`, 5, 900), async () => send(world, `release/${hold}`, event));
}
