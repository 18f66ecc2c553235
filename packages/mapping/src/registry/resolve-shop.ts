import type { Result } from '../result.ts';
import { chooseVersion } from './choose-version.ts';
import type { ShopMessage } from './envelope.ts';
import { fault } from './fault.ts';
import { findParty } from './find-party.ts';
import type { OurCompany } from './our-company.ts';
import { documentKey, type PartnerRecord, type RegistryIndex } from './registry-index.ts';
import { type Resolved, usageOf } from './resolve-envelope.ts';

/** Resolves a message of a shop by its domain; which of our companies it is for says the profile, or there is only one. */
export function resolveShop(
  index: RegistryIndex,
  message: ShopMessage,
  on: string,
  installed: 'P' | 'T' | undefined,
): Result<Resolved> {
  const usage = usageOf(message.usage ?? 'P', installed);
  if (!usage.ok) return usage;
  const party = { qualifier: '', id: message.shop.trim().toLowerCase() };
  const sender = findParty(index.shops, { role: 'sender', party, group: undefined, usage: usage.value });
  if (!sender.ok) return sender;
  const partner = sender.value[0]?.owner as PartnerRecord;
  const ours = onlyCompany(index, partner);
  if (!ours.ok) return ours;
  const versions = partner.documents.get(documentKey('in', message.document));
  if (versions === undefined)
    return fault('document-unknown', `${partner.id} sends no ${message.document}`, { found: message.document });
  const chosen = chooseVersion(versions, index.maps, on);
  return chosen.ok ? { ...chosen, value: { ...chosen.value, ours: ours.value, usage: usage.value } } : chosen;
}

/** The one company of ours that a partner trades with. */
export function onlyCompany(index: RegistryIndex, { id, ours }: PartnerRecord): Result<OurCompany> {
  const possible = [...index.ours.values()].filter((company) => ours?.has(company.id) ?? true);
  const [only] = possible;
  if (only !== undefined && possible.length === 1) return { ok: true, value: only, issues: [] };
  const names = possible.map((company) => company.id).join(', ');
  return fault('receiver-ambiguous', `${id} may trade with ${names}: name one in ours of its profile`, {
    found: names,
  });
}
