import * as fc from 'fast-check';
import type { InspectionOutcome, Return, ReturnLine } from '../document/return.ts';
import { calendarDate, code, currency, itemIds, lineId, linesOf, parties, references, text } from './values.ts';

const statuses = ['requested', 'authorized', 'received', 'inspected', 'credited'] as const;

/** A valid Return at any stage: asked for, allowed, come back (perhaps fewer), taken in part and refused in part, credited. */
export function returnDocument(): fc.Arbitrary<Return> {
  return fc
    .record({
      status: fc.constantFrom(...statuses),
      number: code(),
      authorizationNumber: code(),
      days: fc.uniqueArray(calendarDate(), { minLength: 3, maxLength: 3 }).map((dates) => dates.sort()),
      currency,
      parties: parties(),
      references: references(),
      lines: linesOf(returnedGoods()),
    })
    .map(({ status, authorizationNumber, days, lines, ...document }): Return => {
      const stage = statuses.indexOf(status);
      const [requestedOn = '', authorizedOn, receivedOn] = days;
      return {
        kind: 'return',
        version: '1',
        purpose: 'original',
        ...document,
        status,
        requestedOn,
        ...(stage >= 1 ? { authorizationNumber, authorizedOn } : {}),
        ...(stage >= 2 ? { receivedOn } : {}),
        lines: lines.map((goods) => lineAt(stage, goods)),
      };
    });
}

interface ReturnedGoods extends Pick<ReturnLine, 'lineId' | 'ids' | 'reason'> {
  description?: string;
  asked: number;
  missing: number;
  refused: number;
}

function returnedGoods(): fc.Arbitrary<ReturnedGoods> {
  return fc.record(
    {
      lineId,
      ids: itemIds(),
      description: text(40),
      reason: fc.constantFrom('damaged', 'wrongItem', 'unwanted'),
      asked: fc.integer({ min: 1, max: 50 }),
      missing: fc.integer({ min: 0, max: 3 }),
      refused: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ['lineId', 'ids', 'reason', 'asked', 'missing', 'refused'] },
  );
}

function lineAt(stage: number, { asked, missing, refused, ...line }: ReturnedGoods): ReturnLine {
  const pieces = (count: number) => ({ value: String(count), unit: 'C62' });
  const received = Math.max(asked - missing, 0);
  const taken = Math.max(received - refused, 0);
  const outcomes: InspectionOutcome[] = [
    { decision: 'accepted' as const, quantity: pieces(taken), ...(stage >= 4 ? { credited: String(taken) } : {}) },
    { decision: 'refused' as const, quantity: pieces(received - taken), reason: 'used' },
  ].filter(({ quantity }) => quantity.value !== '0');
  return {
    ...line,
    quantity: pieces(asked),
    ...(stage >= 1 ? { authorizedQuantity: pieces(asked) } : {}),
    ...(stage >= 2 ? { receivedQuantity: pieces(received) } : {}),
    ...(stage >= 3 ? { outcomes } : {}),
  };
}
