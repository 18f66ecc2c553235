// Makes what tsup wrote smaller and leaves it readable: halves the indents of declarations, and drops the lines that name the
// source of each module. Of the types of ten thousand elements that is a tenth.
// node scripts/slim-build.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
for (const name of readdirSync(folder)) {
  const path = join(folder, name);
  const slim = slimmer(name);
  if (slim !== undefined) writeFileSync(path, slim(readFileSync(path, 'utf8')));
}

function slimmer(name) {
  if (/\.d\.c?ts$/.test(name)) return (text) => text.replace(/^(?: {4})+/gm, (indent) => ' '.repeat(indent.length / 2));
  return /\.c?js$/.test(name) ? (text) => text.replace(/^\/\/ src\/.*\n/gm, '') : undefined;
}
