import type { Server } from 'node:http';
import { erpSystems } from '../estate/erp-systems.ts';
import { fakeCatalog } from '../estate/fake-catalog.ts';
import { fakeServer } from './fake-server.ts';
import type { Settings } from './settings.ts';

/** The stand-in of another ERP, whose people ship and invoice every `step` milliseconds; none for the reference ERP. */
export async function standIn(settings: Settings): Promise<{ readonly server: Server; stop(): void } | undefined> {
  const system = await erpSystems.get(settings.system ?? '')?.();
  if (system === undefined) return undefined;
  const fake = system.fake(fakeCatalog(settings.master, system.units));
  const timer = setInterval(() => fake.fulfil?.(Date.now()), Math.max(settings.step, 1));
  return { server: fakeServer({ ...settings, fake }), stop: () => clearInterval(timer) };
}
