// Halves the indents of the declarations in a folder, after tsup: of ten thousand lines it is a tenth of a package.
// node scripts/narrow-indents.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) {
  if (!/\.d\.c?ts$/.test(name)) continue;
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(/^(?: {4})+/gm, (indent) => ' '.repeat(indent.length / 2)),
  );
}
