import { amazonVendor } from '@dist/connectors/amazon-vendor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ForeignServer, foreignAbsent, startForeign } from '../foreign/start-foreign.ts';
import { acknowledgment, invoice, settings, shipment } from './subject.ts';

const reason = foreignAbsent('amazon-vendor');

describe.skipIf(reason !== false)(`Amazon Vendor, at a server of its models (${reason || 'Prism'})`, () => {
  let server: ForeignServer;
  /** Requests go to the address of the region: here to Prism, which has no sign-in. */
  const amazon = () =>
    amazonVendor({
      ...settings,
      fetch: async (url, init) => {
        if (url.endsWith('/token')) return Response.json({ access_token: 'token-for-prism', expires_in: 60 });
        const answer = await fetch(url.replace(/^https:\/\/[^/]+/, server.url), init);
        sent.push(`${init.method ?? 'GET'} ${answer.status}`);
        return answer;
      },
    });
  const sent: string[] = [];
  beforeAll(async () => {
    server = await startForeign('amazon-vendor');
  });
  afterAll(() => server?.stop());

  it('takes what is published, and gives the id of its transaction', async () => {
    const call = { key: 'k' };
    const { acknowledgments, invoices, shipments } = amazon();
    expect(await acknowledgments.publish({ channelOrderId: '4Z32PAB0', acknowledgment }, call)).toMatchObject({
      status: 'published',
    });
    expect(await invoices.publish({ channelOrderId: '4Z32PAB0', invoice }, call)).toMatchObject({
      status: 'published',
    });
    // The model's own example of this answer has an object for the id.
    expect(await shipments.publish({ channelOrderId: '4Z32PAB0', shipment }, call)).toMatchObject({
      failure: { class: 'contract-drift' },
    });
    expect(sent).toEqual(['POST 202', 'POST 202', 'POST 202']);
  });

  it('is well', async () => {
    expect(await amazon().health.check()).toMatchObject({ status: 'well' });
  });
});
