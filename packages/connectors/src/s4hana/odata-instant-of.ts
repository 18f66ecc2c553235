import type { Instant } from '@dist/canonical';

/** The instant of an `Edm.DateTimeOffset` or `Edm.DateTime` in JSON (OData 2): `/Date(1772409600000+0000)/`; undefined for another text. */
export function odataInstantOf(text: string | null | undefined): Instant | undefined {
  const milliseconds = /^\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\/$/.exec(text ?? '')?.[1];
  return milliseconds === undefined ? undefined : new Date(Number(milliseconds)).toISOString();
}
