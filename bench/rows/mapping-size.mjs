import { join } from 'node:path';
import { bundledKilobytes } from '../bundled-kilobytes.mjs';
import { resultRow } from '../result-row.mjs';

const order = {
  name: 'Order of canonical and zod, bundled, minified, brotli, in kB',
  compare: 'at most',
  goal: 30,
  unit: 'kB',
};
const own = {
  name: 'mapping without formats, zod and canonical, bundled, minified, brotli, in kB',
  compare: 'at most',
  goal: 15,
  unit: 'kB',
};

/** What the schema of an order, and the engine of the maps, cost in a bundle. */
export async function mappingSize({ root }) {
  const built = (name) => join(root, 'packages', name, 'dist');
  const schema = await bundledKilobytes(`export { Order } from './index.js';`, built('canonical'));
  // Formats of X12 and XML have entries of their own; that of JSON is the engine's, and in it.
  const engine = await bundledKilobytes(`export * from './index.js';`, built('mapping'), ['zod', '@dist/*']);
  return { rows: [resultRow({ ...order, ratios: [schema] }), resultRow({ ...own, ratios: [engine] })] };
}
