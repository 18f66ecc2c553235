import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import type { System } from './vendor-map.ts';

/** One golden pair: the system's document, ours, and the master data that the map asks for. */
export interface Golden {
  readonly name: string;
  readonly native: Record<string, unknown>;
  readonly canonical: Order;
  readonly facts: Facts;
}

/** The golden pairs of a system. They are invented, in the shapes that the vendor documents. */
export function goldenOf(system: System): Golden[] {
  const folder = join(import.meta.dirname, 'golden', system);
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.native.json') ? [file.slice(0, -12)] : []));
  return names.map((name) => ({
    name,
    native: read(`${name}.native.json`),
    canonical: read(`${name}.json`),
    facts: existsSync(join(folder, `${name}.facts.json`)) ? read(`${name}.facts.json`) : {},
  }));
}
