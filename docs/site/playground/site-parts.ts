import type { Definition } from '@dist/x12';
import type { Parts } from './parts.ts';

/** Each is a file of its own beside the page, fetched from where the page came from. */
export const siteParts: Parts = {
  definitions: async (release) => {
    if (release === '004010') return Object.values<Definition>(await import('@dist/x12/004010'));
    return release === '005010' ? Object.values<Definition>(await import('@dist/x12/005010')) : [];
  },
  map: (release, set) =>
    fetched(
      () => import(`../../../packages/mapping/maps/x12-${release}/${set}.json`),
      /^00[45]010\/\d{3}$/,
      release,
      set,
    ),
  guide: (release, set) =>
    fetched(() => import(`../../../examples/partners/brightwater/guides/${set}.json`), /^004010\/\d{3}$/, release, set),
  overlay: (release, set) =>
    fetched(
      () => import(`../../../examples/partners/brightwater/overlays/${set}.json`),
      /^004010\/\d{3}$/,
      release,
      set,
    ),
};

/** A name that is no file of the site answers undefined, and asks no server. */
async function fetched(
  load: () => Promise<{ readonly default: unknown }>,
  known: RegExp,
  release: string,
  set: string,
): Promise<unknown> {
  if (!known.test(`${release}/${set}`)) return undefined;
  try {
    return (await load()).default;
  } catch (error) {
    // What Vite answers for a name that was not there when the site was built.
    if (error instanceof Error && error.message.startsWith('Unknown variable dynamic import')) return undefined;
    throw error;
  }
}
