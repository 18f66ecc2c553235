import type { PartnerIdentity } from '@dist/canonical';
import type { PartnerMap } from '../src/index.ts';
import {
  type Envelope,
  type OurCompany,
  type PartnerFiles,
  type PartnerProfile,
  type ProfileDocument,
  type RegistrySettings,
  registry,
} from '../src/registry.ts';
import { mustHave } from './compiled.ts';

/** An address for production, and for test where the id of the test system is given. */
export function identity(qualifier: string, id: string, test?: string, groupId?: string): PartnerIdentity {
  const group = groupId === undefined ? {} : { groupId };
  return {
    interchanges: [
      { usage: 'production', qualifier, id, ...group },
      ...(test === undefined ? [] : [{ usage: 'test' as const, qualifier, id: test, ...group }]),
    ],
  };
}

export const order850: ProfileDocument = {
  document: '850',
  direction: 'in',
  native: 'x12/004010/850',
  map: 'x12/004010/850',
};

export const notice856: ProfileDocument = {
  document: '856',
  direction: 'out',
  native: 'x12/004010/856',
  map: 'x12/004010/856',
};

/** A partner with an 850 in and an 856 out, changed as a test wants it. */
export function partner(id: string, who: PartnerIdentity, more: Partial<PartnerProfile> = {}): PartnerFiles {
  return {
    profile: { id, version: '1', name: id, identity: who, documents: [order850, notice856], ...more },
  };
}

const map = (id: string, canonical: string, version = '1'): PartnerMap => ({
  id,
  version,
  native: id,
  canonical,
  rules: [],
});

export const maps = [
  map('x12/004010/850', 'order'),
  map('x12/005010/850', 'order'),
  map('x12/004010/856', 'shipment'),
  map('json/shop/order', 'order'),
];

export const kestrel: OurCompany = {
  id: 'kestrel',
  name: 'Kestrel Supply',
  identity: { ...identity('ZZ', 'KESTREL', 'KESTRELTEST'), gs1CompanyPrefixes: ['0614141'] },
};

/** A registry that must be right. */
export function made(partners: readonly PartnerFiles[], settings: Partial<RegistrySettings> = {}) {
  return mustHave(registry(partners, { ours: [kestrel], maps, ...settings }));
}

/** The envelope of an 850 from a sender to Kestrel. */
export function envelope(
  sender: { qualifier: string; id: string },
  more: { usage?: string; group?: string; version?: string; set?: string; receiver?: string } = {},
): Envelope {
  const { usage = 'P', version = '004010', set = '850', receiver = 'KESTREL' } = more;
  return {
    interchange: { sender, receiver: { qualifier: 'ZZ', id: receiver }, usage },
    group: { sender: more.group ?? sender.id.trim(), receiver, version },
    set,
  };
}
