import { effectKey } from '@dist/orchestration';
import { expect, it } from 'vitest';

/** A public contract: they are idempotency keys outside and names of stored documents. A change here breaks orders in flight. */
it('effect keys are what they were', async () => {
  await expect(
    [
      effectKey.enrich('northfield/4711', 1),
      effectKey.enrich('northfield/4711', 2),
      effectKey.submit('northfield/4711', '0012'),
      effectKey.find('northfield/4711', '0012', 1),
      effectKey.cancel('northfield/4711', 'c1', '0012'),
      effectKey.cancel('northfield/4711', 'a/b', 'c#1%'),
      effectKey.change('northfield/4711', '2', '0012'),
      effectKey.creditCheck('northfield/4711'),
      effectKey.postShipment('northfield/4711', 'S1'),
      effectKey.askInvoice('northfield/4711', 'S1'),
      effectKey.askCredit('northfield/4711', 'R1'),
      effectKey.applyCash('northfield/4711', 'P/T100', 'I1'),
      effectKey.release('northfield/4711', '0012'),
      effectKey.releaseAgain('northfield/4711', '0012', '2'),
      effectKey.withdraw('northfield/4711', 'c1', '0012'),
      effectKey.changeAcknowledgment('northfield/4711', '2'),
      effectKey.shopCancel('shop/5001', 'c1'),
      effectKey.shopRefund('shop/5001', 'CM1'),
      effectKey.acknowledgment('northfield/4711'),
      effectKey.acknowledgmentAgain('northfield/4711', 'in/2'),
      effectKey.shipNotice('northfield/4711', 'S1'),
      effectKey.invoice('northfield/4711', 'I1'),
      effectKey.shopFulfillment('shop/5001', 'S1'),
      effectKey.shopInvoice('shop/5001', 'I1'),
      effectKey.joinLoad('northfield/4711', 'S1'),
      effectKey.loadNotice('northfield/load:L77'),
      effectKey.reportNotice('northfield/load:L77', 'northfield/4711', 'S1', 'sent'),
      effectKey.reportNotice('northfield/load:L77', 'northfield/4711', 'S1', 'sent', 2),
      effectKey.advisePayment('northfield/remittance:T100', 'I1'),
      effectKey.again('northfield/4711/856/S1'),
      effectKey.again('northfield/4711/856/S1#2'),
    ].join('\n'),
  ).toMatchFileSnapshot('golden/effect-keys.txt');
});
