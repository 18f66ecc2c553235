// What the playground costs who opens it, in bytes as sent (brotli), within limits. Only the first row is fetched by the page;
// the reader comes when there is something to read, a release and the maps when a text needs them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const parts = [
  ['page', /^mount\.[\w-]+\.js$/, 12_000],
  ['reader', /^worker-[\w-]+\.js$/, 60_000],
  ['004010', /^004010-[\w-]+\.js$/, 25_000],
  ['005010', /^005010-[\w-]+\.js$/, 26_000],
  ['maps and documents', /^canonical-view-[\w-]+\.js$/, 95_000],
];

/** A line of the sizes in a built site, and a fault for each part that is missing or over its limit. */
export function playgroundSize(folder) {
  const files = ['assets', 'assets/chunks'].flatMap((name) => filesOf(join(folder, name)));
  const sizes = parts.map(([name, pattern, limit]) => {
    const found = files.filter(({ name: file }) => pattern.test(file));
    return { name, limit, count: found.length, bytes: found.reduce((sum, { path }) => sum + sizeOf(path), 0) };
  });
  const faults = sizes.flatMap(({ name, limit, count, bytes }) => {
    if (count !== 1) return [`playground: ${count} files are its part "${name}"; expected one`];
    return bytes > limit ? [`playground: its part "${name}" has ${bytes} bytes; the limit is ${limit}`] : [];
  });
  const line = `playground, bytes as sent: ${sizes.map(({ name, bytes, limit }) => `${name} ${bytes} of ${limit}`).join(', ')}`;
  return { line, faults };
}

function sizeOf(path) {
  return brotliCompressSync(readFileSync(path)).length;
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, path: join(folder, name) }));
}
