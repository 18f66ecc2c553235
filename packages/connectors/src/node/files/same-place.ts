import { posix } from 'node:path';

/** Whether two folders, absolute or relative to a root, are one: `in`, `./in/` and `/data/in` below `/data`. */
export function samePlace(root: string, one: string, other: string): boolean {
  return placeOf(root, one) === placeOf(root, other);
}

function placeOf(root: string, folder: string): string {
  const place = posix.isAbsolute(folder) ? posix.normalize(folder) : posix.join(root, folder);
  return place.length > 1 && place.endsWith('/') ? place.slice(0, -1) : place;
}
