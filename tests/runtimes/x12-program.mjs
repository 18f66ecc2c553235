// What a user of @dist/x12 does in a day, with the names of the package and nothing of any one platform: it runs in Node, Bun, Deno,
// workerd and a browser page, and must give the same everywhere.
import { acknowledge, decode, format, outgoingSet, parseStream, read, write } from '@dist/x12';
import { purchaseOrder850, purchaseOrderAcknowledgment855 } from '@dist/x12/004010';
import { printGuide, readGuide, withGuide } from '@dist/x12/guide';
import { guideJson, interchangeHeader, order, received, trailersOf } from './x12-samples.mjs';

const at = new Date('2026-03-02T09:15:00Z');
const streamedOrders = 5000;

/** Everything that was seen, as plain data. */
export async function runProgram() {
  const bytes = new TextEncoder().encode(received);
  const file = read(bytes, { sets: [purchaseOrder850], receiver: { usage: 'T' } });
  return {
    received: file.sets.map(({ type, controlNumber, status }) => `${type} ${controlNumber} ${status}`),
    issues: file.issues.map((issue) => format(issue, file.source)),
    document: file.sets[0].document,
    acknowledgment: textOf(write(acknowledge(file.interchanges[0], { controlNumber: '000000001', at }))),
    answer: answerTo(file.sets[0]),
    guide: withOurGuide(bytes),
    stream: await streamed(),
  };
}

/** The 855 for an order: each line accepted as ordered. */
function answerTo({ document, interchange, group }) {
  const { purchaseOrderNumber, purchaseOrderDate } = document.BEG;
  const acknowledgment = {
    BAK: { transactionSetPurpose: '00', acknowledgmentType: 'AD', purchaseOrderNumber, purchaseOrderDate },
    PO1Loop: document.PO1Loop.map(({ PO1 }) => ({
      PO1,
      ACKLoop: [{ ACK: { lineItemStatus: 'IA', quantity: PO1.quantityOrdered, unitOfMeasure: PO1.unitOfMeasure } }],
    })),
    CTTLoop: { CTT: { lineCount: String(document.PO1Loop.length) } },
  };
  const sets = [outgoingSet(purchaseOrderAcknowledgment855, acknowledgment, '0001')];
  const { sender, receiver } = interchange;
  const parties = { sender: receiver, receiver: sender, controlNumber: '000000001', at, usage: 'T' };
  const groups = [{ sender: group.receiver, receiver: group.sender, controlNumber: '1', sets }];
  const written = write({ ...parties, groups });
  const [back] = read(written.value, { sets: [purchaseOrderAcknowledgment855] }).sets;
  const isSame = JSON.stringify(back.document) === JSON.stringify(acknowledgment);
  return { text: textOf(written), readAgain: `${back.type} ${back.status}`, isSame };
}

function withOurGuide(bytes) {
  const { value: guide } = readGuide(guideJson, { definition: purchaseOrder850 });
  const { issues, sets } = read(bytes, { sets: [withGuide(purchaseOrder850, guide)] });
  const found = issues.map(({ code, path, acknowledgment }) => `${code} ${path.join('/')} ${acknowledgment}`);
  return { statuses: sets.map(({ status }) => status), found, printed: printGuide(purchaseOrder850, guide) };
}

/** Some megabytes, as a network brings them: pieces that end anywhere. */
async function streamed() {
  const seen = { sets: 0, refused: 0, lines: 0, quantity: 0, ends: [], last: undefined };
  for await (const item of parseStream(chunked())) {
    if (item.kind === 'issue') seen.ends.push(item.issue.code);
    if (item.kind === 'group') seen.ends.push(endOf('group', item.group));
    if (item.kind === 'interchange') seen.ends.push(endOf('interchange', item.interchange));
    if (item.kind !== 'set') continue;
    const result = decode(purchaseOrder850, item.set);
    seen.sets++;
    if (!result.ok) seen.refused++;
    if (!result.ok) continue;
    seen.last = result.value;
    for (const { PO1 } of result.value.PO1Loop) {
      seen.lines++;
      seen.quantity += Number(PO1.quantityOrdered);
    }
  }
  return seen;
}

function endOf(what, { header, issues }) {
  return `${what} ${header.controlNumber}, ${issues.length} issues`;
}

function chunked() {
  const sizes = [65_536, 1, 4_099, 333];
  const encoder = new TextEncoder();
  let next = 0;
  let piece = 0;
  let rest = encoder.encode(interchangeHeader);
  return new ReadableStream({
    pull(controller) {
      const size = sizes[piece++ % sizes.length];
      while (rest.length < size && next < streamedOrders) rest = joined(rest, encoder.encode(order(++next)));
      if (next === streamedOrders && rest.length < size) {
        controller.enqueue(joined(rest, encoder.encode(trailersOf(streamedOrders))));
        controller.close();
        return;
      }
      controller.enqueue(rest.slice(0, size));
      rest = rest.slice(size);
    },
  });
}

function joined(before, after) {
  const all = new Uint8Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

function textOf(written) {
  return written.ok ? new TextDecoder().decode(written.value) : JSON.stringify(written.issues);
}
