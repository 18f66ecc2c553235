import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  compilePartnerMaps,
  type EnvelopeAddress,
  type GatewayPartner,
  type PartnerDirectory,
  type PartnerMaps,
  partnerDirectory,
  type StandardMaps,
  TradingPartner,
} from '@dist/connectors/gateway';
import { loadMap, type PartnerMap } from '@dist/mapping';

const folder = new URL('../partners/', import.meta.url);

/** The trading partners of this example, from their profiles; a sender that is none of them is a guest with the standard maps. */
export function loadPartners(usage: 'P' | 'T'): PartnerDirectory {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'shop.json');
  const known = partnerDirectory(names.map((name) => toPartner({ ...readProfile(name), usage })));
  const guests = new Map<string, GatewayPartner>();
  const guest = (profile: TradingPartner) => {
    const made = guests.get(profile.id) ?? toPartner({ ...profile, usage });
    guests.set(profile.id, made);
    return made;
  };
  return {
    byAddress: async (theirs, ours) => (await known.byAddress(theirs, ours)) ?? guest(guestProfile(theirs, ours)),
    byId: async (id) => (await known.byId(id)) ?? (isGuest(id) ? guest(profileOf(id)) : undefined),
  };
}

function readProfile(name: string): TradingPartner {
  const parsed = TradingPartner.safeParse(readJson(new URL(name, folder)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`partners/${name}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Its maps are compiled when they are first needed: a run that has nothing to do starts at once. */
function toPartner(profile: TradingPartner): GatewayPartner {
  let maps: PartnerMaps | undefined;
  return {
    profile,
    get maps() {
      maps ??= mapsOf(profile);
      return maps;
    },
  };
}

function mapsOf(profile: TradingPartner): PartnerMaps {
  const compiled = compilePartnerMaps(standardMaps(), profile);
  if (!compiled.ok) throw new Error(`The maps of ${profile.id} do not compile: ${compiled.issues[0]?.message}`);
  return compiled.value;
}

let standard: StandardMaps | undefined;

function standardMaps(): StandardMaps {
  standard ??= loadStandardMaps();
  return standard;
}

function loadStandardMaps(): StandardMaps {
  const load = (set: string): PartnerMap => {
    const name = `@dist/mapping/maps/x12-004010/${set}.json`;
    const loaded = loadMap(readJson(new URL(import.meta.resolve(name))));
    if (!loaded.ok) throw new Error(`${name}: ${loaded.issues[0]?.message}`);
    return loaded.value;
  };
  return { '850': load('850'), '855': load('855'), '856': load('856'), '810': load('810') };
}

// A guest's id holds its addresses, so that a process started later can write to it again.
const isGuest = (id: string): boolean => id.startsWith('guest~');

function guestProfile(theirs: EnvelopeAddress, ours: EnvelopeAddress): TradingPartner {
  const pieces = [theirs.qualifier, theirs.id, ours.qualifier, ours.id];
  return profileOf(['guest', ...pieces.map((piece) => encodeURIComponent(piece).replaceAll('~', '%7E'))].join('~'));
}

function profileOf(id: string): TradingPartner {
  const [, qualifier = '', theirs = '', ourQualifier = '', ours = ''] = id.split('~').map(decodeURIComponent);
  return {
    id,
    name: `${theirs} (no profile)`,
    interchange: { theirs: { qualifier, id: theirs }, ours: { qualifier: ourQualifier, id: ours } },
    group: { theirs, ours },
    usage: 'P',
    version: '004010',
  };
}

function readJson(url: URL): unknown {
  try {
    return JSON.parse(readFileSync(url, 'utf8'));
  } catch (error) {
    throw new Error(`${fileURLToPath(url)} cannot be read: ${(error as Error).message}`);
  }
}
