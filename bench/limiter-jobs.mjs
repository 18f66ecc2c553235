import { fullSpeed } from '../packages/connectors/test/limit/full-speed.ts';
import { fullSpeedCases } from '../packages/connectors/test/limit/full-speed-cases.ts';
import { builtEntryOf } from './built-entry.mjs';

const { limiter } = await import(builtEntryOf('connectors', 'limits'));

/** A network in which requests overtake each other. */
const way = { name: '5 to 400 ms each way', low: 5, high: 400, skew: 2000 };

/** Limits of each kind at once, so wide that nobody ever waits. */
const wide = [
  { kind: 'rate', requests: 1e9, seconds: 1 },
  { kind: 'window', requests: 1e9, seconds: 60, span: 'sliding' },
  { kind: 'concurrency', requests: 1000 },
  {
    kind: 'cost',
    path: ['extensions', 'cost', 'throttleStatus'],
    start: { points: 1e9, perSecond: 1e9 },
  },
];

/** What the built limiter is asked to do. To be run with tsx: the strict vendors are those of the tests. */
export const jobs = {
  /** Ten simulated minutes and more against each strict vendor; the least share of what it allows, none being rejected. */
  async share() {
    const shares = [];
    for (const row of fullSpeedCases) {
      const { tally, share } = await fullSpeed(limiter, row, way, Math.max(10, row.minutes ?? 10));
      if (tally.rejected.length > 0) throw new Error(`${tally.rejected.length} rejected by ${row.name}`);
      shares.push(share);
    }
    return { share: Math.min(...shares) };
  },

  /** Seconds of the processor that a request takes from asking to being done, four limits being kept. */
  async acquire({ leastSeconds }) {
    const answer = { status: 200, headers: new Headers({ 'content-type': 'application/json' }), json: {} };
    const requests = 20_000;
    let least = Number.POSITIVE_INFINITY;
    for (let total = 0; total < leastSeconds; ) {
      const subject = limiter(wide);
      const before = process.cpuUsage();
      for (let count = 0; count < requests; count++) {
        const permit = await subject.acquire();
        if (permit.refused) throw new Error('a limit was reached that is out of reach');
        permit.done(answer);
      }
      const { user, system } = process.cpuUsage(before);
      const seconds = (user + system) / 1e6;
      least = Math.min(least, seconds / requests);
      total += seconds;
    }
    return { seconds: least };
  },
};
