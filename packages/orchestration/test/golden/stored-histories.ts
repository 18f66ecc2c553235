import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { GoldenHistory } from './record-history.ts';

/** The golden histories that a release wrote, by the name of their file. None where it wrote none. */
export function storedHistories(release: 'v1' | 'v2'): readonly GoldenHistory[] {
  const folder = new URL(`${release}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));
}

/** Writes a golden history of this release. Only for new histories: one that is there is a contract. */
export function storeHistory(history: GoldenHistory): void {
  const file = `v2/${history.name.replaceAll(' ', '-')}.json`;
  writeFileSync(new URL(file, import.meta.url), `${JSON.stringify(history, null, 2)}\n`);
}
