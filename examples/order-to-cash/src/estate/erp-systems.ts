import type { ErpSystem } from './erp-system.ts';

/**
 * The ERPs that can take the place of the reference ERP, by the names of their connectors. Loaded when one is chosen: a run
 * without them does not pay for them.
 */
export const erpSystems: ReadonlyMap<string, () => Promise<ErpSystem>> = new Map([
  ['netsuite', async () => (await import('./netsuite.ts')).netsuiteSystem],
  ['s4hana', async () => (await import('./s4hana.ts')).s4hanaSystem],
  ['business-central', async () => (await import('./business-central.ts')).businessCentralSystem],
  ['dynamics365', async () => (await import('./dynamics365.ts')).dynamics365System],
  ['acumatica', async () => (await import('./acumatica.ts')).acumaticaSystem],
  ['oracle-fusion', async () => (await import('./oracle-fusion.ts')).oracleFusionSystem],
]);
