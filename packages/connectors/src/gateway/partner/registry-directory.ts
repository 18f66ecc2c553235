import type { MappingIssue, Result } from '@dist/mapping';
import { type PartnerFiles, type Registry, type RegistrySettings, registry } from '@dist/mapping/registry';
import type { GatewayPartner, PartnerDirectory } from '../partner-directory.ts';
import type { EnvelopeAddress } from '../trading-partner.ts';
import { type AssembledPartner, assemblePartner } from './assemble-partner.ts';
import { calendarDay } from './calendar-day.ts';
import { type PartnerQuestion, type ResolvedPartner, resolvePartner } from './resolve-partner.ts';

/** What a directory knows beside the partners. */
export interface RegistryDirectorySettings extends RegistrySettings {
  /** What the installation is for. */
  readonly usage: 'P' | 'T';
  /** IANA name of the zone on whose calendar days versions begin, for partners that name none (`identity.timeZone`); UTC when absent. */
  readonly timeZone?: string | undefined;
}

/**
 * A directory of partners in any number of versions, from the folders of `@dist/mapping` (R27): received documents are read by
 * what was in force on the day of their receipt, or inside its overlap; those that go out are made by what is in force when
 * they are sent, on the day of the order where the profile pins them, and corrections by what made the first. The warehouses of
 * our companies name which partners are warehouses. Every fault of a profile, a map, an overlay or a guide is an issue.
 */
export function registryDirectory(
  partners: readonly PartnerFiles[],
  settings: RegistryDirectorySettings,
): Result<PartnerDirectory> {
  const made = registry(partners, settings);
  if (!made.ok) return { ok: false, issues: made.issues };
  const index = indexOf(partners);
  const assemble = assembler(made.value, index, settings);
  const issues = [...index.issues, ...faultsOf(index, settings, assemble)];
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  return { ok: true, value: directoryOf(index, settings, assemble), issues };
}

/** Partners by what they are asked for by; made once. */
interface PartnerIndex {
  readonly byId: ReadonlyMap<string, readonly PartnerFiles[]>;
  /** `qualifier:id` → id of the partner. */
  readonly byAddress: ReadonlyMap<string, string>;
  readonly issues: readonly MappingIssue[];
}

/** An interchange says whose it is by ISA05 and ISA06 alone; partners behind one address need a directory of your own. */
function indexOf(partners: readonly PartnerFiles[]): PartnerIndex {
  const byId = new Map<string, PartnerFiles[]>();
  const byAddress = new Map<string, string>();
  const issues: MappingIssue[] = [];
  for (const files of partners) {
    const { id, identity } = files.profile;
    byId.set(id, [...(byId.get(id) ?? []), files]);
    for (const address of identity.interchanges ?? []) {
      const key = addressKey(address);
      const owner = byAddress.get(key) ?? id;
      byAddress.set(key, owner);
      const message = `${owner} and ${id} have the same address ${key}`;
      if (owner !== id) issues.push({ code: 'address-shared', severity: 'error', message, path: [], found: key });
    }
  }
  return { byId, byAddress, issues };
}

const addressKey = ({ qualifier, id }: EnvelopeAddress): string => `${qualifier.trim()}:${id.trim()}`;

type Assemble = (question: PartnerQuestion) => AssembledPartner | undefined;

/** Two days with the same versions are the same partner: it is compiled once, however many documents go by. */
function assembler(known: Registry, { byId }: PartnerIndex, settings: RegistryDirectorySettings): Assemble {
  const made = new Map<string, AssembledPartner>();
  return (question) => {
    const resolved = resolvePartner(known, byId.get(question.id) ?? [], settings, question);
    if (resolved === undefined) return undefined;
    const name = nameOf(resolved);
    const assembled = made.get(name) ?? assemblePartner(resolved, settings);
    made.set(name, assembled);
    return assembled;
  };
}

/** What tells two assembled partners apart. */
function nameOf({ profile, theirs, ours, received, sent }: ResolvedPartner): string {
  const documents = [...received, ...sent].map(({ partner, document, map }) => [
    partner.version,
    document.direction,
    document.document,
    map.id,
    map.version,
  ]);
  return JSON.stringify([profile.id, profile.version, theirs, ours, documents]);
}

function directoryOf(
  { byId, byAddress }: PartnerIndex,
  settings: RegistryDirectorySettings,
  assemble: Assemble,
): PartnerDirectory {
  const dayIn = (id: string, at: string) => calendarDay(at, zoneOf(byId.get(id) ?? [], settings));
  const partnerOf = (question: PartnerQuestion): GatewayPartner | undefined => assemble(question)?.partner;
  return {
    async byAddress(theirs, ours, receivedAt) {
      const id = byAddress.get(addressKey(theirs));
      if (id === undefined) return undefined;
      if (receivedAt === undefined)
        throw new RangeError(`which version of ${id} is meant is a matter of the instant of receipt`);
      return partnerOf({ id, on: dayIn(id, receivedAt), theirs, ours });
    },
    async byId(id, choice) {
      if (!byId.has(id)) return undefined;
      if (choice === undefined)
        throw new RangeError(`which version of ${id} is meant is a matter of the instant of sending`);
      const { at, orderedAt, madeBy } = choice;
      const orderedOn = orderedAt === undefined ? undefined : dayIn(id, orderedAt);
      return partnerOf({ id, on: dayIn(id, at), orderedOn, madeBy });
    },
  };
}

function zoneOf(own: readonly PartnerFiles[], { timeZone = 'UTC' }: RegistryDirectorySettings): string {
  return own.map(({ profile }) => profile.identity.timeZone).find((zone) => zone !== undefined) ?? timeZone;
}

/** Every version of every partner, on the first day that it counts: a map that does not compile is seen now, not at midnight. */
function faultsOf(
  { byId }: PartnerIndex,
  { maps }: RegistryDirectorySettings,
  assemble: Assemble,
): readonly MappingIssue[] {
  const found = new Map<string, MappingIssue>();
  for (const [id, own] of byId) {
    const days = own.flatMap(({ profile, maps: theirs = [] }) => [
      profile.effective?.from ?? firstDay,
      ...profile.documents.map(({ effective }) => effective?.from ?? firstDay),
      ...[...maps, ...theirs].map(({ effective }) => effective?.from ?? firstDay),
    ]);
    for (const on of new Set(days))
      for (const issue of assemble({ id, on })?.issues ?? [noAddress(id)])
        found.set(`${id} ${issue.code} ${issue.message}`, issue);
  }
  return [...found.values()];
}

const firstDay = '0001-01-01';

function noAddress(id: string): MappingIssue {
  const message = `${id}, or our side, has no address for interchanges of this usage`;
  return { code: 'address-missing', severity: 'warning', message, path: [] };
}
