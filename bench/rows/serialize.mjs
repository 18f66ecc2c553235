import { serializedOverNodeX12 } from '../serialized-over-node-x12.mjs';

const row = { name: 'serialize anew, speed over node-x12', compare: 'at least', goal: 4, unit: 'MB/s' };

/**
 * Interchanges that were read are written again segment by segment. One that is not asked to be written anew has a faster way,
 * which is not used.
 */
export async function serialize(context) {
  return { rows: [await serializedOverNodeX12(row, 'contenders/dist-x12.mjs', context)] };
}
