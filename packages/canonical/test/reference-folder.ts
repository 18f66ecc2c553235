import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const folder = process.env['DIST_SHARED'] ?? join(root, '..', 'shared');

/** Reference material beside the repository (`DIST_SHARED`), or undefined where it is not there: such tests skip. */
export const referenceFolder: string | undefined = existsSync(join(folder, 'cases', 'flow')) ? folder : undefined;

/** A path in the reference material; only to be used where it is there. */
export const inReference = (...parts: string[]): string => join(folder, ...parts);
