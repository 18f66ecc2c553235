// Both builds of a package in one process, as it happens when a CommonJS service uses a library that is ESM: every entry exports the same
// names in both formats, and documents, states, faults and thrown errors of one are understood by the other. Needs a build.
import { createRequire } from 'node:module';
import { publicEntries } from '../../scripts/entries.mjs';
import { captured, interchange, order } from './samples.mjs';

const require = createRequire(import.meta.url);
const tally = { passed: 0, failed: 0 };

for (const { id } of publicEntries()) {
  same(`${id} exports the same names in both formats`, names(await import(id)), names(require(id)));
}
const used = ['canonical', 'canonical/arithmetic', 'x12', 'x12/004010', 'mapping', 'mapping/x12', 'orchestration'];
const modern = Object.fromEntries(await Promise.all(used.map(async (name) => [name, await import(`@dist/${name}`)])));
const classic = Object.fromEntries(used.map((name) => [name, require(`@dist/${name}`)]));

same('the two builds are two modules', modern.x12.read === classic.x12.read, false);
crossOver('ESM to CJS', modern, classic);
crossOver('CJS to ESM', classic, modern);

process.stdout.write(`\n${tally.passed} passed, ${tally.failed} failed, 0 skipped\n`);
process.exitCode = tally.failed > 0 ? 1 : 0;

/** What one build made goes into the other. */
function crossOver(direction, from, to) {
  const { Order, validate } = from.canonical;
  const document = validate(Order, order).value;
  same(`${direction}: a document validates`, to.canonical.validate(to.canonical.Order, document).ok, true);

  const wrong = { ...order, number: 12 };
  const { issues } = validate(Order, wrong);
  same(`${direction}: a fault is the same value`, issues, to.canonical.validate(to.canonical.Order, wrong).issues);

  const at = '2026-03-02T08:00:00.000Z';
  const { defaultPolicy, empty, transition } = from.orchestration;
  const { state } = transition(empty('northfield/4711'), captured(at), defaultPolicy);
  const again = to.orchestration.transition(state, captured(at), to.orchestration.defaultPolicy);
  same(`${direction}: a state goes on`, again.state, state);

  const file = from.x12.read(interchange, { sets: [from['x12/004010'].purchaseOrder850] });
  const reply = to.x12.acknowledge(file.interchanges[0], { controlNumber: '000000001', at: new Date(at) });
  same(`${direction}: a file is acknowledged`, to.x12.write(reply).ok, true);

  const definition = from['x12/004010'].purchaseOrder850;
  const segments = to.x12.encode(definition, file.sets[0].document);
  same(`${direction}: a definition encodes a document`, segments.ok, true);

  const native = from['mapping/x12'].x12(definition);
  const map = { id: 'number', version: '1', native: 'x12/004010/850', canonical: 'order', rules: [] };
  const faults = to.mapping.compile(map, { native, canonical: from.canonical.Order }).issues.map(({ code }) => code);
  same(`${direction}: a format is checked`, faults.includes('target-uncovered'), true);

  const price = { amount: '1', unit: 'C62' };
  const mistake = thrownBy(() => from['canonical/arithmetic'].extend(price, { value: '1', unit: 'XCS' }, 2));
  same(`${direction}: a programmer's mistake is a RangeError`, mistake instanceof RangeError, true);
}

function names(namespace) {
  const added = new Set(['default', '__esModule', 'module.exports']);
  return Object.keys(namespace)
    .filter((name) => !added.has(name))
    .sort();
}

function thrownBy(call) {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

function same(what, found, expected) {
  const equal = JSON.stringify(found) === JSON.stringify(expected);
  tally[equal ? 'passed' : 'failed']++;
  process.stdout.write(`${equal ? 'ok    ' : 'FAILED'} ${what}\n`);
  if (!equal) process.stdout.write(`  expected ${JSON.stringify(expected)}\n  found    ${JSON.stringify(found)}\n`);
}
