import { interchangeText, purchaseOrder } from './sample-gateway.ts';

/** An interchange of each kind that partners send, under a control number. */
export function receivedSamples(control: string): readonly Uint8Array[] {
  return [
    interchangeText({ control, sets: [purchaseOrder('4711'), purchaseOrder('4712', { date: '20261131' })] }),
    interchangeText({
      control,
      identifier: 'PC',
      acknowledgmentRequested: true,
      sets: [{ type: '860', body: ['BCH*04*SA*4711**1*20261102', 'POC*1*QI*30**EA*3.25**VN*AX-100'] }],
    }),
    interchangeText({
      control,
      identifier: 'RA',
      sets: [{ type: '820', body: ['BPR*C*78*C*ACH', 'TRN*1*T-100', 'ENT*1', 'RMR*IV*INV1**78*78'] }],
    }),
    interchangeText({
      control,
      identifier: 'AG',
      sets: [{ type: '824', body: ['BGN*00*ADV-1*20261103', 'OTI*TR*IV*INV1', 'TED*848*WHY'] }],
    }),
    interchangeText({
      control,
      identifier: 'TX',
      sets: [{ type: '864', body: ['BMG*00*CLOSED', 'MIT*M-1', 'MSG*TEXT'] }],
    }),
    interchangeText({ control, identifier: 'SC', sets: [{ type: '832', body: ['BCT*SC*CAT-1', 'LIN*1*VN*AX-100'] }] }),
    interchangeText({
      control,
      identifier: 'FA',
      sets: [{ type: '997', body: ['AK1*PR*2', 'AK2*855*0001', 'AK5*A', 'AK9*A*1*1*1'] }],
    }),
  ];
}
