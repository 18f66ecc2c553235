import { acumaticaSystem } from './acumatica.ts';
import { businessCentralSystem } from './business-central.ts';
import { dynamics365System } from './dynamics365.ts';
import type { ErpSystem } from './erp-system.ts';
import { netsuiteSystem } from './netsuite.ts';
import { oracleFusionSystem } from './oracle-fusion.ts';
import { s4hanaSystem } from './s4hana.ts';

/** The ERPs that can take the place of the reference ERP, by the names of their connectors. */
export const erpSystems: ReadonlyMap<string, ErpSystem> = new Map([
  ['netsuite', netsuiteSystem],
  ['s4hana', s4hanaSystem],
  ['business-central', businessCentralSystem],
  ['dynamics365', dynamics365System],
  ['acumatica', acumaticaSystem],
  ['oracle-fusion', oracleFusionSystem],
]);
