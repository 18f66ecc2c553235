import { purchaseOrder850 } from '@dist/x12/004010';
import { describe, expect, it } from 'vitest';
import type { Format } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { xml } from '../src/xml.ts';

const order = x12(purchaseOrder850);

describe('a path that can not be read tells the step', () => {
  it.each<[what: string, format: Format, text: string, message: string]>([
    ['that is open', order, 'N1[01=ST/N401', 'N1[01=ST/N401: not a path from character 1 on, "N1[01=ST/N401"'],
    ['that is no segment', order, 'PO1/pid.05', 'PO1/pid.05: not a path from character 5 on, "pid.05"'],
    ['that is not there', order, 'PO1/PID[01=F].99', 'PO1/PID[01=F].99: PID has no element 99'],
    [
      'of XML that is no name',
      xml(),
      'order/it em/price',
      'order/it em/price: not a path from character 9 on, " em/price"',
    ],
    [
      'of a long text, its beginning',
      order,
      `PO1/${'x'.repeat(60)}`,
      `PO1/${'x'.repeat(60)}: not a path from character 5 on, "${'x'.repeat(40)}"`,
    ],
  ])('%s', (_, format, text, message) => {
    expect(format.parsePath(text, format.shape)).toMatchObject({ message });
  });
});
