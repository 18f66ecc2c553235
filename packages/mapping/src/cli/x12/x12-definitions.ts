import type { Definition } from '@dist/x12';
import { x12Library } from './x12-library.ts';

/** Loaded when a map asks for it: a release is large. */
const RELEASES: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>> = {
  '004010': () => import('@dist/x12/004010'),
  '005010': () => import('@dist/x12/005010'),
};

/** The transaction sets of a release; undefined where there is no such release. @throws Failure without `@dist/x12`. */
export async function x12Definitions(release: string): Promise<readonly Definition[] | undefined> {
  await x12Library();
  const load = Object.hasOwn(RELEASES, release) ? RELEASES[release] : undefined;
  return load === undefined ? undefined : (Object.values(await load()) as readonly Definition[]);
}
