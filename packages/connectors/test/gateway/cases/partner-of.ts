import {
  compilePartnerMaps,
  type GatewayPartner,
  type PartnerMaps,
  type StandardMaps,
  type TradingPartner,
} from '@dist/connectors/gateway';
import type { PartnerMap } from '@dist/mapping';
import { profile, samplePartner, standardMaps } from '../sample-gateway.ts';

const compiled = new Map<string, PartnerMaps>();

/** The maps that a partner with a guide is tried with: fewer are compiled sooner. */
const { '850': order, '855': acknowledgment, '856': notice, '810': invoice, '824': advice } = standardMaps;
const few: StandardMaps = {
  '850': order,
  '855': acknowledgment,
  '856': notice,
  '810': invoice,
  ...(advice && { '824': advice }),
};

/** The sample partner with another profile, and further maps. Maps that were compiled once are not compiled again. */
export function partnerOf(changes: Partial<TradingPartner>, more: readonly PartnerMap[] = []): GatewayPartner {
  const { overlays, guides } = changes;
  const changed = { ...profile, ...changes };
  if (overlays === undefined && guides === undefined && more.length === 0)
    return { profile: changed, maps: samplePartner().maps };
  const name = JSON.stringify([overlays, guides, more.map(({ id }) => id)]);
  const maps =
    compiled.get(name) ?? mapsOf(guides === undefined ? { ...standardMaps, more } : { ...few, more }, changed);
  compiled.set(name, maps);
  return { profile: changed, maps };
}

function mapsOf(standard: StandardMaps, changed: TradingPartner): PartnerMaps {
  const made = compilePartnerMaps(standard, changed);
  if (!made.ok) throw new Error(made.issues.map(({ message }) => message).join());
  return made.value;
}
