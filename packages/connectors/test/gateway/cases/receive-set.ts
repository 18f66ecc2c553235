import { interchangeText } from '../sample-gateway.ts';
import type { LiveWorld } from './live-world.ts';

let control = 200;

/** One set of the sample partner, under control numbers of its own. */
export async function receiveSet(
  world: LiveWorld,
  type: string,
  identifier: string,
  body: readonly string[],
  sender = 'THEIRID',
) {
  control += 1;
  const bytes = interchangeText({
    control: String(control).padStart(9, '0'),
    identifier,
    sender,
    sets: [{ type, body }],
  });
  const receipt = await world.receive(`in/${control}.edi`, bytes);
  const [interchange] = receipt.interchanges;
  if (interchange === undefined) throw new Error('nothing was received');
  return interchange;
}
