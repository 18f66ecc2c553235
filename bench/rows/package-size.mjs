import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageFolder } from '../built-entry.mjs';
import { bundledKilobytes } from '../bundled-kilobytes.mjs';
import { missingRow, resultRow } from '../result-row.mjs';

const bundled = {
  name: 'read and the 850 of 004010 bundled, minified, brotli, in kB',
  compare: 'at most',
  goal: 25,
  unit: 'kB',
};
const unpacked = { name: 'package unpacked, in MB', compare: 'at most', goal: 3, unit: 'MB' };

/** What the package costs in a bundle that parses, validates and decodes an 850, and on the disk of who installs it. */
export async function packageSize() {
  const contents = `export { read } from './index.js'; export { purchaseOrder850 } from './004010.js';`;
  const bundle = await bundledKilobytes(contents, join(packageFolder, 'dist'));
  return { rows: [resultRow({ ...bundled, ratios: [bundle] }), unpackedRow()] };
}

/** npm packs nothing here and only counts: this package depends on no other of the workspace. */
function unpackedRow() {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const options = { cwd: packageFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  try {
    const [{ unpackedSize }] = JSON.parse(
      execFileSync('npm', args, { ...options, shell: process.platform === 'win32' }),
    );
    return resultRow({ ...unpacked, ratios: [unpackedSize / 1e6] });
  } catch (error) {
    return missingRow(unpacked, `npm pack: ${error.message.split('\n')[0]}`);
  }
}
