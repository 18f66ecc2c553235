import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtEntry } from '../built-entry.mjs';
import { missingRow, resultRow } from '../result-row.mjs';

const row = { name: 'import of the core and 004010, over bare Node, in ms', compare: 'at most', goal: 10, unit: 'ms' };
/** A machine slower than another is so with bare Node too: no start may take this much longer than an empty one. */
const worstShare = 0.28;
/** Starts of each in a round, of which the quickest counts: chance and other programs make a start slower, by half, never quicker. */
const starts = 15;

/** Time from start to end of a module that imports `@dist/x12` and `@dist/x12/004010`, less that of an empty module. */
export async function importTime({ settings, folder }) {
  const bare = join(folder, 'bare.mjs');
  const imports = join(folder, 'imports.mjs');
  writeFileSync(bare, '');
  writeFileSync(imports, `import '${builtEntry('index')}';\nimport '${builtEntry('004010')}';\n`);
  const faulty = spawnSync(process.execPath, [imports], { encoding: 'utf8' });
  if (faulty.status !== 0) return { rows: [missingRow(row, faulty.stderr.trim().split('\n').at(-1))] };
  const [ours, other, ratios] = [[], [], []];
  for (let round = 0; round < settings.rounds; round++) {
    const times = { bare: [], imports: [] };
    for (let start = 0; start < starts; start++) {
      times.bare.push(milliseconds(bare));
      times.imports.push(milliseconds(imports));
    }
    const [quickest, bareOne] = [Math.min(...times.imports), Math.min(...times.bare)];
    ours.push(quickest);
    other.push(bareOne);
    ratios.push(quickest - bareOne);
  }
  const worst = Math.max(row.goal / 0.6, worstShare * Math.min(...other));
  return { rows: [resultRow({ ...row, worst, ratios, ours, other, against: 'an empty module' })] };
}

function milliseconds(file) {
  const from = performance.now();
  spawnSync(process.execPath, [file], { stdio: 'ignore' });
  return performance.now() - from;
}
