import type { RouteDirectory } from './route-directory.ts';

/** A directory in memory, for tests. */
export function memoryRouteDirectory(): RouteDirectory {
  const systems = new Map<string, string>();
  return {
    find: async (externalReference) => systems.get(externalReference),
    remember: async (externalReference, system) => {
      const known = systems.get(externalReference) ?? system;
      systems.set(externalReference, known);
      return known;
    },
  };
}
