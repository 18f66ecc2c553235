import { existsSync, readFileSync } from 'node:fs';
import type { Definition } from '@dist/x12';
import type { Parts } from '../playground/parts.ts';

const root = new URL('../../../', import.meta.url);

/** What the page fetches, from the files of the repository. */
export const nodeParts: Parts = {
  definitions: async (release) => {
    if (release === '004010') return Object.values<Definition>(await import('@dist/x12/004010'));
    return release === '005010' ? Object.values<Definition>(await import('@dist/x12/005010')) : [];
  },
  map: async (release, set) => json(`packages/mapping/maps/x12-${release}/${set}.json`),
  guide: async (_, set) => json(`examples/partners/brightwater/guides/${set}.json`),
  overlay: async (_, set) => json(`examples/partners/brightwater/overlays/${set}.json`),
};

function json(path: string): unknown {
  const file = new URL(path, root);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

export function sampleText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}
