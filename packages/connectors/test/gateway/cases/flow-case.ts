import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { interchangeText } from '../sample-gateway.ts';

export type Json = Record<string, unknown>;

/** A shared scenario in business terms. */
export interface FlowCase {
  readonly name: string;
  readonly rules: readonly string[];
  readonly given: Json;
  readonly when: readonly (Json & { readonly at: string; readonly event: string })[];
  readonly then: Json;
  readonly never: readonly string[];
}

/** Plays one scenario through the gateway and checks what holds at its end. */
export type Play = (flow: FlowCase) => Promise<void>;

const shared = process.env['DIST_SHARED'] ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url));

/** The scenarios of some topics; none where the folder of shared cases is not. */
export function flowCases(...topics: readonly string[]): readonly FlowCase[] {
  return topics.flatMap((topic): readonly FlowCase[] => {
    const file = `${shared}/cases/flow/${topic}.json`;
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  });
}

interface ToldOrder {
  readonly po?: string;
  readonly purpose?: string;
  readonly lines?: readonly {
    readonly line: string;
    readonly item?: string;
    readonly qty: string;
    readonly unit?: string;
    readonly price?: string;
  }[];
  readonly shipTo?: { readonly id: string };
}

/** Control numbers of a file. */
interface FileNumbers {
  readonly control?: string | undefined;
  readonly sender?: string | undefined;
}

/** The file of an event, with the scenario's control number and orders. */
export function fileOf(event: Json | undefined, numbers: FileNumbers = {}): Uint8Array {
  const told = (event?.['documents'] ?? [event]) as readonly ToldOrder[];
  const sets = told.map(({ po = '', lines = [], purpose = '00', shipTo }) => {
    const rows = lines.length > 0 ? lines : [{ line: '1', qty: '24' }];
    const head = [
      `BEG*${purpose}*SA*${po}**20260115`,
      'CUR*BY*USD',
      `N1*ST*Northfield DC (sample)*92*${shipTo?.id ?? '0012'}`,
    ];
    const body = rows.map(
      ({ line, item = 'AX-100', qty, unit = 'EA', price = '3.25' }) =>
        `PO1*${line}*${qty}*${unit}*${price}**VN*${item}`,
    );
    return { type: '850', body: [...head, ...body, `CTT*${rows.length}`] };
  });
  const control = numbers.control ?? String(event?.['isa13'] ?? '000000101');
  return interchangeText({ control, sets, ...(numbers.sender !== undefined && { sender: numbers.sender }) });
}

/** Number of the first purchase order of an event. */
export function numberOf(event: Json | undefined): string {
  return ((event?.['documents'] ?? [event]) as readonly ToldOrder[])[0]?.po ?? '';
}

/** The text of stored bytes. */
export const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
