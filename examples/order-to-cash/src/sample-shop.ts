/** The sample shop: its name, the secret that signs its webhooks, the token it is spoken to with. None is real. */
export const sampleShop = {
  id: 'shop',
  secret: 'sample-webhook-secret',
  token: 'sample-access-token',
  apiVersion: '2026-07',
} as const;
