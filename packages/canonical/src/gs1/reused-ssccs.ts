import { Shipment } from '../document/shipment.ts';
import type { Issue } from '../issue.ts';
import { orSchemaIssues } from '../rule/or-schema-issues.ts';
import type { CalendarDate } from '../value/value.ts';

/** An SSCC that has been used: on which shipment, shipped when. */
export interface UsedSscc {
  readonly sscc: string;
  readonly shipmentId: string;
  readonly shippedOn: CalendarDate;
}

/**
 * An error `sscc-reused` for every unit whose SSCC another shipment had less than 12 months before or after this one ships
 * (GS1 General Specifications §2.2.1; partners refuse such a notice). The history is the caller's; a shipment's own entries do
 * not count, so that a notice may be sent again. In time that is linear in both. Of a shipment that is not
 * of its type the issues are those of its schema.
 */
export function reusedSsccs(shipment: Shipment, history: Iterable<UsedSscc>): readonly Issue[] {
  return orSchemaIssues<readonly Issue[]>(
    [{ schema: Shipment, value: shipment }],
    () => reused(shipment, history),
    (issues) => issues,
  );
}

function reused(shipment: Shipment, history: Iterable<UsedSscc>): Issue[] {
  const places = new Map<string, number>();
  for (const [index, { sscc }] of shipment.units.entries()) if (sscc !== undefined) places.set(sscc, index);
  const issues: Issue[] = [];
  for (const used of history) {
    const index = places.get(used.sscc);
    if (index === undefined || used.shipmentId === shipment.shipmentId) continue;
    if (!withinAYear(used.shippedOn, shipment.shippedOn)) continue;
    issues.push({
      code: 'sscc-reused',
      severity: 'error',
      message: `The SSCC ${used.sscc} was on shipment ${used.shipmentId}, shipped on ${used.shippedOn}`,
      path: ['units', index, 'sscc'],
      expected: 'an SSCC that was not used within 12 months',
      found: used.sscc,
    });
  }
  return issues;
}

/** Calendar dates of four-digit years compare as text, 29 February of a year that has none included. */
function withinAYear(a: CalendarDate, b: CalendarDate): boolean {
  const [earlier, later] = a < b ? [a, b] : [b, a];
  const yearAfter = String(Number(earlier.slice(0, 4)) + 1).padStart(4, '0') + earlier.slice(4);
  return later < yearAfter;
}
