import { mutationReport } from '../src/testing/mutation-report.ts';
import { partsOf } from './parts-of.ts';
import { shipped, shippedMaps } from './shipped-maps.ts';
import { shippedPartner } from './shipped-partner.ts';

// Run by scripts/mutants.mjs, once for each map.
const [argument = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(argument === '--list' ? ids() : report(argument)));

/** Maps with much to do first, so that no core waits for the last one. */
function ids(): string[] {
  const sizes = new Map(shippedMaps.map(({ id, map }) => [id, JSON.stringify(map).length]));
  return [...sizes.keys()].sort((one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0));
}

function report(id: string): unknown {
  const map = shipped(id);
  const first = shippedMaps.find(({ set, release }) => set === map.set && release < map.release);
  // A rule that both releases have is made wrong once.
  const before = first === undefined ? new Map<string, string>() : partsOf(first.map);
  const own = partsOf(map.map);
  const isOwn = (rule: string): boolean =>
    own.get(rule) !== before.get(rule) || own.get(`table ${rule}`) !== before.get(`table ${rule}`);
  const { killed, total, layers, survivors, failing } = mutationReport(shippedPartner(map), {
    of: 'all',
    runs: 5,
    where: ({ rule }) => first === undefined || isOwn(rule),
  });
  return { map: id, killed, total, layers, survivors, failing };
}
