import type { EffectOf, Failure } from '@dist/orchestration';
import type { Journal, Outcome, Performer, StoredDocument } from '@dist/orchestration/runtime';
import { type OutgoingInterchange, write } from '@dist/x12';
import { warehouseShippingOrder940 } from '@dist/x12/004010';
import { sha256 } from '../../bytes/sha256.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { numberBook } from '../intake/number-book.ts';
import { warehouseRequests } from '../intake/warehouse-requests.ts';
import type { GatewayPartner } from '../partner-directory.ts';
import { putDocument } from '../put-document.ts';
import { refusedDocument, type SendFailure, sendFailure } from '../send-failure.ts';
import { sentMarks } from '../sent-marks.ts';
import { mayNotSend } from './may-send.ts';
import { singleInterchange } from './single-interchange.ts';

type Release = EffectOf<'warehouse.release'>;

/**
 * Asks a warehouse that is a trading partner (role `warehouse`) to ship: a 940 under our reference, by which its 945 finds the
 * order again (R21). Bytes and numbers are frozen before they leave (R12), and the warehouse has its document once.
 */
export function warehouseRelease(gateway: GatewayOptions): Performer<Release> {
  return async (effect, { journal }): Promise<Outcome> => {
    const stored = (await journal.document(effect.key)) ?? (await freeze(gateway, journal, effect));
    if ('failure' in stored) return stored;
    const refused = await putDocument(gateway.transport, stored.name, stored.bytes);
    if (refused !== undefined) return refused;
    return { sent: { controlNumber: stored.controlNumbers[0], file: stored.name } };
  };
}

const mostConflicts = 50;

async function freeze(
  gateway: GatewayOptions,
  journal: Journal,
  effect: Release,
): Promise<StoredDocument | SendFailure> {
  const { warehouse, content } = effect.body;
  const partner = await gateway.partners.byId(warehouse, { at: gateway.clock() });
  const fault = await faultOf(gateway, journal, warehouse, partner);
  if (partner === undefined || fault !== undefined) return { failure: fault ?? unknown(warehouse) };
  const mapped = partner.maps['940']?.write(content);
  if (mapped?.value === undefined) return refusedDocument('940', mapped?.issues ?? []);
  for (let conflicts = 0; ; conflicts++) {
    const numbers = numberBook(journal);
    const set = { definition: warehouseShippingOrder940, native: mapped.value, at: gateway.clock() };
    const outgoing = await singleInterchange(gateway, partner.profile, numbers, set);
    const written = write(outgoing);
    if (!written.ok) return refusedDocument('940', written.issues);
    const document = await toDocument(effect, outgoing, written.value);
    const marks = await marksOf(journal, effect, outgoing);
    const result = await journal.append({ documents: [document], sequences: numbers.moves(), marks });
    if (result.status === 'appended') return document;
    const known = await journal.document(effect.key);
    if (known !== undefined) return known;
    if (conflicts >= mostConflicts)
      return sendFailure('system', 'control-number', `${result.what} ${result.key} keeps changing.`);
  }
}

async function faultOf(
  gateway: GatewayOptions,
  journal: Journal,
  warehouse: string,
  partner: GatewayPartner | undefined,
): Promise<Failure | undefined> {
  if (partner === undefined) return unknown(warehouse);
  const { role = 'customer', usage } = partner.profile;
  const wrong =
    role !== 'warehouse'
      ? `${warehouse} is a ${role}, no warehouse.`
      : usage !== gateway.usage
        ? `${warehouse} is for ${usage}, this is ${gateway.usage}.`
        : partner.maps['940'] === undefined
          ? `${warehouse} has no map for a 940.`
          : undefined;
  if (wrong !== undefined) return { class: 'configuration', code: 'warehouse-profile', message: wrong };
  const refused = await mayNotSend(gateway, journal, warehouse);
  return refused && { class: 'configuration', code: `partner-${refused.state}`, message: refused.message };
}

function unknown(warehouse: string): Failure {
  return {
    class: 'configuration',
    code: 'partner-unknown',
    message: `There is no trading partner ${warehouse} that a 940 could go to.`,
  };
}

async function toDocument(
  { key, body }: Release,
  { controlNumber, at }: OutgoingInterchange,
  bytes: Uint8Array,
): Promise<StoredDocument> {
  return {
    key,
    direction: 'out',
    partner: body.warehouse,
    type: '940',
    name: `${body.warehouse}/940-${controlNumber}.edi`,
    bytes,
    hash: await sha256(bytes),
    controlNumbers: [controlNumber],
    at: at.toISOString(),
  };
}

/** By which its 997 and its 945 find the order. */
async function marksOf(journal: Journal, effect: Release, { controlNumber, at, groups }: OutgoingInterchange) {
  const group = {
    document: effect.key,
    interchange: controlNumber,
    functionalIdentifier: warehouseShippingOrder940.functionalIdentifier,
    group: groups[0]?.controlNumber ?? '0',
    at: at.toISOString(),
    sets: [{ type: '940', set: '0001', order: effect.order, effect: effect.key }],
  };
  const sent = await sentMarks(journal, effect.body.warehouse, [group]);
  const request = await warehouseRequests.mark(journal, effect);
  return request === undefined ? sent : [...sent, request];
}
