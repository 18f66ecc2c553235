import { describe, expect, it } from 'vitest';
import * as release4010 from '../src/004010.ts';
import * as release5010 from '../src/005010.ts';
import { encode, read } from '../src/index.ts';

const order = (release: string, body: readonly string[]): string =>
  [
    `ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260302*0815*U*00401*000000001*0*T*>`,
    `GS*OW*SENDER*RECEIVER*20260302*0815*1*X*${release}`,
    'ST*940*0001',
    'W05*N*1',
    ...body,
    `SE*${body.length + 3}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ]
    .map((segment) => `${segment}~`)
    .join('');

describe.each([
  ['004010', release4010.warehouseShippingOrder940],
  ['005010', release5010.warehouseShippingOrder940],
] as const)('%s 940: LX stands outside and, between LS and LE, inside a W01', (release, definition) => {
  const w01 = 'W01*1*EA**VN*AX-1';

  it.each<[string, string[], number[][]]>([
    ['two lines', ['LX*1', w01, 'LX*2', w01], [[0], [0]]],
    ['two items of a line, and another line', ['LX*1', w01, w01, 'LX*2', w01], [[0, 0], [0]]],
    ['the lots of an item', ['LX*1', w01, 'LS*LX', 'LX*1', 'LX*2', 'LE*LX', w01], [[2, 0]]],
    ['the lots of an item, and another line', ['LX*1', w01, 'LS*LX', 'LX*1', 'LE*LX', 'LX*2', w01], [[1], [0]]],
  ])('%s', (_, body, lots) => {
    const file = read(order(release, body), { sets: [definition] });
    expect(file.issues).toEqual([]);
    const document = file.sets[0]?.document as release4010.WarehouseShippingOrder940;
    expect(document.LXLoop?.map(({ W01Loop }) => W01Loop?.map(({ LXLoop }) => LXLoop?.length ?? 0))).toEqual(lots);
    expect(encode(definition as typeof release4010.warehouseShippingOrder940, document).issues).toEqual([]);
  });
});
