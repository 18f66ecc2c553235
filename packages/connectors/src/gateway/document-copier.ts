import type { DeliveryEffect, Outcome, Performer, StoredDocument } from '@dist/orchestration/runtime';
import { parse } from '@dist/x12';
import { documentCopies } from './copy-documents.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { sendFailure } from './send-failure.ts';

/** Copies documents from the journal to the document store (R02); every other delivery is for the transport. */
export function documentCopier(
  { documents: store }: Pick<GatewayOptions, 'documents'>,
  deliver: Performer<DeliveryEffect>,
): Performer<DeliveryEffect> {
  return async (effect, context): Promise<Outcome> => {
    if (!documentCopies.isCopy(effect)) return deliver(effect, context);
    const { journal } = context;
    const { document: key } = effect.body;
    if (store === undefined)
      return sendFailure(
        'configuration',
        'no-document-store',
        `${key} waits for a document store: the gateway has none.`,
      );
    const document = await journal.document(key);
    if (document === undefined)
      return sendFailure('system', 'document-missing', `Document ${key} is not in the journal.`);
    const { direction, partner, type, name, bytes, hash, at } = document;
    const about = { direction, partner, type, name, hash, at, controlNumbers: controlNumbersOf(document) };
    const orders = await documentCopies.ordersOf(journal, key);
    const result = await store.put({ key, ...about, orders, size: bytes.length, bytes });
    if (result !== 'conflict') return {};
    return sendFailure('system', 'document-conflict', `The document store has other bytes under ${key}.`);
  };
}

/** ISA13 and GS06, or what the message is called that it came in. */
function controlNumbersOf({ bytes, controlNumbers }: StoredDocument): readonly string[] {
  const interchanges = isX12(bytes) ? parse(bytes).interchanges : [];
  const inside = interchanges.flatMap(({ header, groups }) => [
    header.controlNumber,
    ...groups.map((group) => group.header.controlNumber),
  ]);
  return [...new Set([...controlNumbers, ...inside])];
}

/** `ISA` at the beginning. */
const isX12 = ([first, second, third]: Uint8Array): boolean => first === 0x49 && second === 0x53 && third === 0x41;
