import { serializedOverNodeX12 } from '../serialized-over-node-x12.mjs';

const row = {
  name: 'serialize segments made by a program, speed over node-x12',
  compare: 'at least',
  goal: 4,
  worst: 1,
  unit: 'MB/s',
};

/** The same from plain objects, of which no byte is known. */
export async function serializeMade(context) {
  return { rows: [await serializedOverNodeX12(row, 'contenders/dist-x12-made.mjs', context)] };
}
