import { netsuiteTable } from '../netsuite/netsuite-table.ts';
import { s4hanaTable } from '../s4hana/s4hana-table.ts';
import type { ContractCell } from './contract-cell.ts';

/** Every system and every operation: what is there, what it was checked against, and why what is missing is missing. */
export const contractTable: readonly ContractCell[] = [...netsuiteTable, ...s4hanaTable];
