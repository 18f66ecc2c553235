import { amazonSeller } from '@dist/connectors/amazon-seller';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ForeignServer, foreignAbsent, startForeign } from '../foreign/start-foreign.ts';
import { settings, shipment } from './subject.ts';

const reason = foreignAbsent('amazon-seller');

describe.skipIf(reason !== false)(`Amazon Seller, at a server of its models (${reason || 'Prism'})`, () => {
  let server: ForeignServer;
  /** Requests go to the address of the region: here to Prism, which has no sign-in. */
  const amazon = () =>
    amazonSeller({
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
    server = await startForeign('amazon-seller');
  });
  afterAll(() => server?.stop());

  it('lists the order of the model’s example', async () => {
    for await (const page of amazon().orders.list()) {
      expect(page).toMatchObject({
        items: [{ number: '123-4567890-1234567', dates: { ordered: '2024-12-25' }, currency: 'USD' }],
        unreadable: [],
      });
      break;
    }
  });

  it('confirms a shipment', async () => {
    sent.length = 0;
    const channelOrderId = '111-0000000-0000000';
    expect(await amazon().shipments.publish({ channelOrderId, shipment }, { key: 'k' })).toMatchObject({
      status: 'published',
    });
    expect(sent).toEqual(['POST 204']);
  });

  it('tells that it was given another order than the one that was asked for', async () => {
    expect(await amazon().orders.find('111-0000000-0000000')).toMatchObject({ failure: { class: 'contract-drift' } });
  });

  it('is well', async () => {
    expect(await amazon().health.check()).toMatchObject({ status: 'well' });
  });
});
