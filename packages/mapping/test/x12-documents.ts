import { read } from '@dist/x12';
import {
  type Invoice810,
  invoice810,
  type PurchaseOrder850,
  type PurchaseOrderAcknowledgment855,
  purchaseOrder850,
  purchaseOrderAcknowledgment855,
  type ShipNotice856,
  shipNotice856,
} from '@dist/x12/004010';

interface Documents {
  '850': PurchaseOrder850;
  '855': PurchaseOrderAcknowledgment855;
  '856': ShipNotice856;
  '810': Invoice810;
}

const groups = { '850': 'PO', '855': 'PR', '856': 'SH', '810': 'IN' } as const;
const sets = [purchaseOrder850, purchaseOrderAcknowledgment855, shipNotice856, invoice810] as const;

/** The document of a transaction set, from its segments without ST and SE, as `@dist/x12` decodes it. */
export function x12Document<Type extends keyof Documents>(type: Type, segments: readonly string[]): Documents[Type] {
  const set = [`ST*${type}*0001`, ...segments, `SE*${segments.length + 2}*0001`];
  const lines = [
    'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260301*0815*U*00401*000000001*0*P*>',
    `GS*${groups[type]}*SENDER*RECEIVER*20260301*0815*1*X*004010`,
    ...set,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  const [received] = read(`${lines.join('~')}~`, { sets }).sets;
  const errors = received?.issues.filter(({ severity }) => severity === 'error') ?? [];
  if (received?.type !== type || received.document === undefined || errors.length > 0) {
    throw new Error(`no ${type}: ${errors.map(({ message }) => message).join(', ')}`);
  }
  return received.document as Documents[Type];
}
