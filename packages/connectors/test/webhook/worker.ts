import {
  fixedKeys,
  memoryWebhookStore,
  shipEngineWebhooks,
  shopifyWebhooks,
  standardWebhooks,
  verifyShipEngineWebhook,
  verifyShopifyWebhook,
  verifyStandardWebhook,
  webhookReceiver,
} from '@dist/connectors/webhooks';

/** What the test gives to the worker, as JSON in a binding of it. */
export interface WorkerSettings {
  readonly secret: string;
  /** `whpk_…`. */
  readonly ed25519: string;
  readonly rsa: string;
}

/** The receivers of three senders, by the path that they post to. */
function receivers({ secret, ed25519, rsa }: WorkerSettings) {
  const written: string[] = [];
  const store = memoryWebhookStore<string>((work) => void written.push(work));
  const decide = ({ topic = '', id }: { topic?: string | undefined; id: string }) => `${topic} ${id}`;
  const keys = fixedKeys({ 'key-0': rsa });
  return {
    written,
    byPath: {
      '/shopify': webhookReceiver({
        policy: shopifyWebhooks,
        verify: (delivery) => verifyShopifyWebhook(delivery, { secrets: secret }),
        store,
        decide,
      }),
      '/standard': webhookReceiver({
        policy: standardWebhooks,
        verify: (delivery, now) => verifyStandardWebhook(delivery, { secrets: ed25519, now }),
        store,
        decide,
      }),
      '/ship-engine': webhookReceiver({
        policy: shipEngineWebhooks,
        verify: (delivery, now) => verifyShipEngineWebhook(delivery, { keys, now }),
        store,
        decide,
      }),
    } as Readonly<Record<string, { fetch(request: Request): Promise<Response> }>>,
  };
}

let made: ReturnType<typeof receivers> | undefined;

/** What the worker answers: `GET /written` says what was written. */
export async function answer(request: Request, { SETTINGS }: { readonly SETTINGS: string }): Promise<Response> {
  made ??= receivers(JSON.parse(SETTINGS) as WorkerSettings);
  const { pathname } = new URL(request.url);
  const receiver = made.byPath[pathname];
  return receiver === undefined ? Response.json(made.written) : receiver.fetch(request);
}
