import type { AdvisedDocument, ApplicationAdvice } from '@dist/canonical';
import type { StoredDocument } from '@dist/orchestration/runtime';
import { type Issue, write } from '@dist/x12';
import { applicationAdvice824 } from '@dist/x12/004010';
import { sha256 } from '../../bytes/sha256.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { singleInterchange } from '../partner/single-interchange.ts';
import type { GatewayPartner } from '../partner-directory.ts';
import type { ReceiptIssue } from '../receipt.ts';
import type { NumberBook } from './number-book.ts';

/** A set that is refused by an 824: what it was and what only the guide has against it. */
export interface AdvisedSet {
  /** ST01. */
  readonly set: string;
  /** ST02. */
  readonly controlNumber: string;
  /** GS06. */
  readonly group: string;
  /** The document's own number, where it could be read: of its order. */
  readonly order?: string | undefined;
  readonly faults: readonly Issue[];
}

/** Where the advice belongs. */
export interface AdvicePlace {
  readonly key: string;
  readonly at: string;
  readonly numbers: NumberBook;
}

/** The 824 that refuses what only the partner's guide faults (R10, R11), its bytes final (R12). */
export async function makeAdvice(
  gateway: Pick<GatewayOptions, 'usage'>,
  { profile, maps }: GatewayPartner,
  sets: readonly AdvisedSet[],
  { key, at, numbers }: AdvicePlace,
): Promise<{ readonly document?: StoredDocument; readonly issues: readonly ReceiptIssue[] }> {
  const mapped = maps['824']?.write(contentOf(sets, key, at));
  if (mapped?.value === undefined) return { issues: mapped?.issues ?? [] };
  const set = { definition: applicationAdvice824, native: mapped.value, at };
  const outgoing = await singleInterchange(gateway, profile, numbers, set);
  const written = write(outgoing);
  if (!written.ok) return { issues: written.issues };
  const document: StoredDocument = {
    key: `advice/${key}`,
    direction: 'out',
    partner: profile.id,
    type: '824',
    name: `${profile.id}/824-${outgoing.controlNumber}.edi`,
    bytes: written.value,
    hash: await sha256(written.value),
    controlNumbers: [outgoing.controlNumber],
    at,
  };
  return { document, issues: [] };
}

/** Named by the control number of what it answers. */
function contentOf(sets: readonly AdvisedSet[], key: string, at: string): ApplicationAdvice {
  return {
    kind: 'applicationAdvice',
    version: '1',
    purpose: 'original',
    number: fitting(decodeURIComponent(key.split('/')[4] ?? ''), 30) || '1',
    issuedOn: at.slice(0, 10),
    parties: {},
    documents: sets.map(advisedOf),
  };
}

const mostErrors = 100;

function advisedOf({ set, controlNumber, group, order, faults }: AdvisedSet): AdvisedDocument {
  return {
    status: 'rejected',
    level: 'transactionSet',
    reference: order === undefined ? { type: 'transaction', value: controlNumber } : { type: 'order', value: order },
    document: set,
    groupControlNumber: group,
    setControlNumber: controlNumber,
    errors: faults.slice(0, mostErrors).map(({ code, message, path, at, found }) => ({
      code: Object.hasOwn(conditions, code) ? (conditions[code] ?? incorrect) : incorrect,
      message: fitting(message, 60),
      ...segmentOf(path),
      ...(at.segment !== undefined && { segmentPosition: at.segment }),
      ...(at.element !== undefined && { elementPosition: at.element }),
      // Where something is missing, what is found is what comes next.
      ...(found !== undefined && found !== '' && code !== 'guide-missing' && { found: fitting(found, 99) }),
    })),
  };
}

/** TED01 (data element 647) of a guide's fault: missing data, an invalid combination; else incorrect data. */
const conditions: Readonly<Record<string, string>> = { 'guide-missing': '007', 'guide-condition': '012' };
const incorrect = '848';

/** The segment by its name, last in the path before the element. */
function segmentOf(path: Issue['path']): { readonly segment?: string } {
  const segment = path.filter((step) => typeof step === 'string' && /^[A-Z][A-Z0-9]{1,2}$/.test(step)).at(-1);
  return typeof segment === 'string' ? { segment } : {};
}

/** Printable, without what may be a separator, no longer than the element. */
function fitting(text: string, longest: number): string {
  return text
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/[^ !"%&'()+,./0-9:;=?A-Za-z-]/g, ' ')
    .slice(0, longest)
    .trim();
}
