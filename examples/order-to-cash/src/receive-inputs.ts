import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FileReceipt, Gateway, ReceiptIssue, SentAcknowledgment } from '@dist/connectors/gateway';
import { verifyWebhook } from '@dist/connectors/shopify';
import type { Runtime } from '@dist/orchestration/runtime';
import { format } from '@dist/x12';
import type { Output } from './console-output.ts';
import type { InputFile } from './input-files.ts';
import { readInput } from './read-input.ts';

/** What became of one interchange or shop order of an input file. */
export interface InputReport {
  readonly file: string;
  readonly status: string;
  readonly partner: string | undefined;
  readonly acknowledgment: SentAcknowledgment | undefined;
  readonly orders: readonly string[];
  readonly issues: readonly ReceiptIssue[];
  /** False where nothing in the file could be read. */
  readonly readable: boolean;
}

interface Intake {
  readonly gateway: Gateway;
  readonly runtime: Pick<Runtime, 'dispatch'>;
  readonly output: Output;
  /** The shop's name and the secret that it signs its webhooks with. */
  readonly shop: { readonly id: string; readonly secret: string };
}

/** Takes in the files one after the other; a file that cannot be read is said so, and the others go on. */
export async function receiveInputs(files: readonly InputFile[], intake: Intake): Promise<InputReport[]> {
  const reports: InputReport[] = [];
  for (const file of files) {
    const input = await readInput(file.path);
    const found =
      'fault' in input
        ? [told(unreadable(file, input.fault), intake.output)]
        : await receive(file, input.bytes, intake);
    reports.push(...found);
  }
  return reports;
}

async function receive(file: InputFile, bytes: Uint8Array, intake: Intake): Promise<InputReport[]> {
  if (isJson(bytes)) return [await receiveShopOrder(file, bytes, intake)];
  const receipt = await intake.gateway.receive({ name: file.name, bytes }, intake.runtime);
  return toReports(file, receipt, bytes, intake.output);
}

function isJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith('{') || start.startsWith('[');
}

function toReports(file: InputFile, receipt: FileReceipt, source: Uint8Array, output: Output): InputReport[] {
  const reports = receipt.interchanges.map(
    (interchange): InputReport => ({ ...interchange, file: file.label, readable: true }),
  );
  if (reports.length === 0) {
    const report: InputReport = { ...unreadable(file, ''), issues: receipt.issues };
    tellIssues(receipt.issues, file, source, output);
    return [report];
  }
  tellIssues(receipt.issues, file, source, output);
  for (const [index, report] of reports.entries())
    tell(report, receipt.interchanges[index]?.controlNumber, file, source, output);
  return reports.map((report, index) =>
    index === 0 ? { ...report, issues: [...receipt.issues, ...report.issues] } : report,
  );
}

function tell(
  report: InputReport,
  controlNumber: string | undefined,
  file: InputFile,
  source: Uint8Array,
  output: Output,
): void {
  const { status, partner, acknowledgment, orders, issues } = report;
  const answer = acknowledgment
    ? `, ${acknowledgment.type} ${acknowledgment.controlNumber} ${acknowledgment.codes.join(' ')}`
    : '';
  const count = `${orders.length} ${orders.length === 1 ? 'order' : 'orders'}`;
  const style = status === 'received' ? 'bold' : 'yellow';
  output.line(
    `${output.style(style, file.label)}: interchange ${controlNumber} from ${partner ?? 'an unknown sender'}: ${status}, ${count}${answer}`,
  );
  if (status === 'seen') return;
  const told = issues.filter(({ severity }) => severity !== 'information');
  tellIssues(told, file, source, output);
}

/** Issues that are printed of one interchange; a person does not read more, and each is looked up in the file. */
const mostTold = 50;

function tellIssues(issues: readonly ReceiptIssue[], file: InputFile, source: Uint8Array, output: Output): void {
  for (const issue of issues.slice(0, mostTold)) {
    const text = format(issue, { source, file: file.label });
    output.line(output.style(issue.severity === 'error' ? 'red' : 'yellow', text));
  }
  const more = issues.length - mostTold;
  if (more > 0) output.line(output.style('dim', `${file.label}: and ${more} more (all of them: --json)`));
}

async function receiveShopOrder(file: InputFile, bytes: Uint8Array, intake: Intake): Promise<InputReport> {
  const { gateway, runtime, output, shop } = intake;
  const signed = await messageOf(file, bytes, shop.secret);
  if ('fault' in signed) return told(unreadable(file, signed.fault), output);
  const message = { shop: shop.id, messageId: signed.messageId, name: file.name, bytes };
  const { status, orders, issues } = await gateway.receiveShopOrder(message, runtime);
  // What is kept on the worklist for a person is no order.
  const readable = orders.some((id) => !id.includes('/received:'));
  const base = { file: file.label, status, partner: shop.id, acknowledgment: undefined, orders, issues, readable };
  if (readable) output.line(`${output.style('bold', file.label)}: order from ${shop.id}: ${status}`);
  else if (status !== 'unreadable') output.line(output.style('red', `${file.label}: it is JSON, but no shop order`));
  const errors = issues.filter(({ severity }) => severity === 'error');
  tellIssues(errors, file, bytes, output);
  return base;
}

/**
 * A webhook's headers lie beside its body (`order.json`, `order.headers.json`); its signature is then checked. A body
 * alone was put here by the user and is taken as it is, known by its contents.
 */
async function messageOf(
  file: InputFile,
  bytes: Uint8Array,
  secret: string,
): Promise<{ messageId: string } | { fault: string }> {
  const headersFile = file.path.replace(/\.json$/, '.headers.json');
  if (headersFile === file.path || !existsSync(headersFile)) return { messageId: await contentId(file) };
  let headers: Record<string, string>;
  try {
    headers = JSON.parse(readFileSync(headersFile, 'utf8'));
  } catch {
    return { fault: 'its headers cannot be read as JSON' };
  }
  const verified = await verifyWebhook(bytes, headers, secret);
  return verified.ok
    ? { messageId: verified.webhook.webhookId }
    : { fault: 'its signature is wrong; nothing in it is believed' };
}

async function contentId(file: InputFile): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await readFile(file.path));
  return Buffer.from(digest).toString('hex');
}

function unreadable(file: InputFile, fault: string): InputReport {
  const issue: ReceiptIssue = {
    code: 'file-unreadable',
    severity: 'error',
    message: `${file.label}: ${fault}.`,
    path: [],
  };
  return {
    file: file.label,
    status: 'unreadable',
    partner: undefined,
    acknowledgment: undefined,
    orders: [],
    issues: [issue],
    readable: false,
  };
}

function told(report: InputReport, output: Output): InputReport {
  for (const issue of report.issues) output.line(output.style('red', issue.message));
  return report;
}
