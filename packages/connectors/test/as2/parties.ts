import {
  type As2Partner,
  type As2Reply,
  type As2Settings,
  type As2Station,
  as2Station,
  type PackedMessage,
} from '@dist/connectors/node/as2';
import { makeCertificate, type TestIdentity } from './make-certificate.ts';

/** When all of it happens. */
export const noon = Date.parse('2026-11-27T12:00:00Z');

/** Two trading partners (sample) and somebody else, with a key each. */
export interface Parties {
  readonly seller: TestIdentity;
  readonly buyer: TestIdentity;
  readonly stranger: TestIdentity;
}

let made: Promise<Parties> | undefined;

/** Made once: an RSA key takes a while. */
export function parties(): Promise<Parties> {
  made ??= makeAll();
  return made;
}

async function makeAll(): Promise<Parties> {
  const [seller, buyer, stranger] = await Promise.all([
    makeCertificate('Seller (sample)', { serial: 11 }),
    makeCertificate('Buyer (sample)', { serial: 22 }),
    makeCertificate('Stranger (sample)', { serial: 33 }),
  ]);
  return { seller, buyer, stranger };
}

/** Settings that differ from the usual. */
export interface PairOptions {
  /** What the seller has agreed with the buyer. */
  readonly agreed?: Partial<As2Partner>;
  /** What the buyer has agreed with the seller. */
  readonly back?: Partial<As2Partner>;
  readonly seller?: Partial<As2Settings>;
  readonly buyer?: Partial<As2Settings>;
}

/** A seller and a buyer that know each other. */
export interface Pair {
  readonly seller: As2Station;
  readonly buyer: As2Station;
}

/** Two stations; the seller sends to the buyer. */
export async function pairOf(options: PairOptions = {}): Promise<Pair> {
  const { seller, buyer } = await parties();
  const plain = { replies: { find: async () => undefined }, now: () => noon, fetch: noNetwork };
  const seen: As2Partner = {
    as2Id: 'BUYER',
    url: 'https://buyer.example/as2',
    certificates: [buyer],
    ...options.agreed,
  };
  const known: As2Partner = {
    as2Id: 'SELLER',
    url: 'https://seller.example/as2',
    certificates: [seller],
    ...options.back,
  };
  return {
    seller: await as2Station({
      ...plain,
      as2Id: 'SELLER',
      messageDomain: 'seller.example',
      keys: [seller],
      partners: [seen],
      ...options.seller,
    }),
    buyer: await as2Station({
      ...plain,
      as2Id: 'BUYER',
      messageDomain: 'buyer.example',
      keys: [buyer],
      partners: [known],
      ...options.buyer,
    }),
  };
}

async function noNetwork(): Promise<Response> {
  throw new Error('no test talks to another machine');
}

/** What the seller sends, packed; it fails where it can not be. */
export async function packed(
  station: As2Station,
  content: Uint8Array,
  key = 'order-1',
  fileName: string | undefined = 'order-1.edi',
): Promise<PackedMessage> {
  const payload = { content, contentType: 'application/edi-x12', fileName };
  const outcome = await station.pack(payload, { partner: 'BUYER', key });
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.message;
}

/** A reply as fetch would give it. */
export function asResponse({ response }: As2Reply): Response {
  const { status, headers, body } = response;
  return new Response(body, { status, headers: { ...headers } });
}

/** Stored replies as a journal would keep them. */
export function memoryReplies(): As2Settings['replies'] & { readonly store: Map<string, As2Reply> } {
  const store = new Map<string, As2Reply>();
  return { store, find: async ({ from, to, messageId }) => store.get(`${from} ${to} ${messageId}`) };
}

/** Bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** An 850 (sample). */
export const order = bytesOf(
  'ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *261127*1200*U*00401*000000001*0*T*>~\nGS*PO*BUYER*SELLER*20261127*1200*1*X*004010~\nST*850*0001~\nBEG*00*SA*PO-1**20261127~\nSE*3*0001~\nGE*1*1~\nIEA*1*000000001~\n',
);
