// Runs inside workerd: each package does a small job and throws when the answer is wrong.
import { Order, validate } from '@dist/canonical';
import { extend } from '@dist/canonical/arithmetic';
import { compile, json } from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import { defaultPolicy, empty, transition } from '@dist/orchestration';
import { createRuntime, memoryJournal } from '@dist/orchestration/runtime';
import { acknowledge, read, write } from '@dist/x12';
import { functionalAcknowledgment997, purchaseOrder850 } from '@dist/x12/004010';
import { demonstrate } from '../../examples/serverless/src/demonstrate.ts';
import standard850 from '../../packages/mapping/maps/x12-004010/850.json';
import { interchange, order, shopMap } from './samples.mjs';

export default {
  async test() {
    equal('canonical validates an order', validate(Order, order).ok, true);
    equal('canonical multiplies exactly', extend({ amount: '0.1' }, { value: '3', unit: 'C62' }, 2), '0.3');
    equal('orchestration issues an effect', firstEffect(), 'northfield/4711/enrich');
    equal('orchestration keeps a journal', await journalSays(), 'never');
    equal('orchestration has a runtime', typeof createRuntime, 'function');

    const file = read(new TextEncoder().encode(interchange), { sets: [purchaseOrder850] });
    equal('x12 reads an interchange', file.sets.map((set) => `${set.type} ${set.status}`).join(), '850 accepted');
    equal('x12 acknowledges it', acknowledgmentOf(file), '997 accepted');
    equal('mapping reads JSON', numberFrom(shopMap, json(), { name: '#1001', currency: 'USD', items: [] }), '#1001');
    equal('the serverless example plays its order', await serverlessSays(), serverlessLines);
    equal('mapping reads X12', numberFrom(standard850, x12(purchaseOrder850), file.sets[0].document), '4711');
  },
};

function firstEffect() {
  const at = '2026-03-02T08:00:00.000Z';
  const captured = { type: 'order.captured', key: 'in/1', at, v: 2, partner: 'northfield', order, receivedAt: at };
  return transition(empty('northfield/4711'), captured, defaultPolicy).effects[0]?.key;
}

async function journalSays() {
  return (await memoryJournal().load('northfield/4711')) === undefined ? 'never' : 'known';
}

const serverlessLines = [
  'POST /orders/northfield%2F4711/events  202',
  'POST /orders/northfield%2F4711/events  202',
  'scheduled: 3 effects, 0 timers',
  'the ERP has 1 order, the partner northfield/4711/855',
  'Order northfield/4711 is fulfilling',
].join('\n');

/** What the functions of examples/serverless print here, without their explanation of the order behind its phase. */
async function serverlessSays() {
  const journal = { ...memoryJournal(), close: async () => {} };
  const lines = [];
  const clock = () => '2026-03-02T08:00:00.000Z';
  await demonstrate({ open: async () => journal, clock, print: (line) => lines.push(line.split(': it waits')[0]) });
  return lines.join('\n');
}

/** The 997 for a file, written and read again. */
function acknowledgmentOf(file) {
  const at = new Date('2026-03-02T08:00:00.000Z');
  const outgoing = acknowledge(file.interchanges[0], { controlNumber: '000000001', at });
  const { value } = write(outgoing);
  const back = read(value, { sets: [functionalAcknowledgment997] });
  return back.sets.map((set) => `${set.type} ${set.status}`).join();
}

function numberFrom(map, native, document) {
  const compiled = compile(map, { native, canonical: Order });
  if (!compiled.ok) throw new Error(compiled.issues.map(({ message }) => message).join('; '));
  const { value, partial, issues } = compiled.value.read(document);
  return (value ?? partial)?.number ?? issues.map(({ message }) => message).join('; ');
}

function equal(what, found, expected) {
  if (found !== expected) throw new Error(`${what}: expected ${expected}, found ${found}`);
  console.log(`ok ${what}`);
}
