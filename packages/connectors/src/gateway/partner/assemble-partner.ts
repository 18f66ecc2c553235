import type { MappingIssue } from '@dist/mapping';
import type { DocumentVersion } from '@dist/mapping/registry';
import type { GatewayPartner } from '../partner-directory.ts';
import type { PartnerMaps } from '../partner-maps.ts';
import type { PartnerDocument, TradingPartner } from '../trading-partner.ts';
import { type CompiledReceived, compileReceived } from './compile-received.ts';
import { compileSent } from './compile-sent.ts';
import type { PartnerRole } from './partner-role.ts';
import type { RegistryDirectorySettings } from './registry-directory.ts';
import type { ResolvedPartner } from './resolve-partner.ts';

/** A partner ready to trade with, or what is wrong with its maps and guides. */
export interface AssembledPartner {
  readonly partner?: GatewayPartner | undefined;
  readonly issues: readonly MappingIssue[];
}

/** Compiles what is exchanged with a partner, in the versions that were chosen. */
export function assemblePartner(resolved: ResolvedPartner, settings: RegistryDirectorySettings): AssembledPartner {
  const read = resolved.received.map(compiledOf);
  const named = resolved.sent.filter(({ map }) => map.native.startsWith('x12/004010/'));
  const sent = compileSent(
    byDocument(named, ({ map }) => map),
    { overlays: byDocument(named, ({ overlays }) => overlays), guides: byDocument(named, ({ guide }) => guide) },
  );
  const issues = [...read.flatMap((result) => result.issues), ...sent.issues, ...otherReleases(resolved)];
  const received = read.flatMap(({ value }) => value ?? []);
  if (!sent.ok || received.length < read.length) return { issues };
  // What a partner is not sent, or does not send, has no map: the maps of such a document are never asked for.
  const order = received.find(({ native }) => native === 'x12/004010/850')?.map;
  const maps = { ...sent.value, '850': order, received } as PartnerMaps;
  const versions = Object.fromEntries(named.map(({ document, partner }) => [document.document, partner.version]));
  return { partner: { profile: tradingPartner(resolved, settings), maps, versions }, issues };
}

function compiledOf({ map, overlays, guide, partner }: DocumentVersion): CompiledReceived {
  return compileReceived({ map, overlays, guide, version: partner.version });
}

function byDocument<Value>(
  versions: readonly DocumentVersion[],
  of: (version: DocumentVersion) => Value,
): Partial<Record<PartnerDocument, Value>> {
  return Object.fromEntries(versions.map((version) => [version.document.document, of(version)]));
}

function otherReleases({ profile, sent }: ResolvedPartner): readonly MappingIssue[] {
  return sent.flatMap(({ document, map }) => {
    if (map.native.startsWith('x12/004010/') || !map.native.startsWith('x12/')) return [];
    const message = `${profile.id} is sent ${document.document} as ${map.native}: the gateway writes release 004010 only`;
    return [{ code: 'release-not-sent', severity: 'warning', message, path: [], found: map.native } as const];
  });
}

function tradingPartner(
  { profile, theirs, ours }: ResolvedPartner,
  settings: RegistryDirectorySettings,
): TradingPartner {
  const { acknowledgment, change, order, versions } = profile.policy ?? {};
  const { delimiters } = theirs;
  return {
    id: profile.id,
    name: profile.name,
    interchange: { theirs: addressOf(theirs), ours: addressOf(ours) },
    group: { theirs: theirs.groupId ?? theirs.id, ours: ours.groupId ?? ours.id },
    usage: settings.usage,
    version: theirs.releases?.[0] ?? '004010',
    role: roleOf(profile.id, settings),
    ...(delimiters && { delimiters }),
    ...(acknowledgment && { acknowledgment }),
    ...(change && { change: { quantities: change.quantities } }),
    ...(order && { order: { identity: order.identity } }),
    ...(versions?.unknownRelease === 'nearest' && { nearestRelease: true }),
  };
}

const addressOf = ({ qualifier, id }: { readonly qualifier: string; readonly id: string }) => ({ qualifier, id });

/** A partner that runs one of our warehouses is one; all others order from us. */
function roleOf(id: string, { ours }: RegistryDirectorySettings): PartnerRole {
  const runs = ours.some(({ warehouses = [] }) => warehouses.some(({ provider }) => provider === id));
  return runs ? 'warehouse' : 'customer';
}
