import type { ToldCase } from './told-case.ts';
import { toldDocuments } from './told-documents.ts';
import { toldMoney } from './told-money.ts';
import { toldOrders } from './told-orders.ts';

/** Scenarios that are told otherwise than in their own words, by the beginning of their name. */
export const toldCases: Readonly<Record<string, ToldCase>> = { ...toldDocuments, ...toldMoney, ...toldOrders };
