import PgBoss from 'pg-boss';
import { postgresUrl } from '../postgres-url.mjs';

let boss;
let jobOf;

/** What pg-boss, a queue in PostgreSQL, is asked to do: it knows no orders, and keeps nothing of a job that is done. */
export const jobs = {
  async open({ connection, workers, effects, content }) {
    boss = new PgBoss({ connectionString: postgresUrl(connection), max: workers, supervise: false, schedule: false });
    jobOf = (order, effect) => (effect > effects ? [] : [{ name: 'effects', data: { order, effect, content } }]);
    await boss.start();
    await boss.createQueue('effects');
  },

  /** Orders a second, as fast as it goes: loops that fetch, send what follows and complete in batches, without its polling. */
  async orders({ orders, workers }) {
    const began = performance.now();
    await boss.insert(Array.from({ length: orders }, (_, order) => jobOf(order, 1)).flat());
    let left = orders;
    const work = async () => {
      while (left > 0) {
        const fetched = await boss.fetch('effects', { batchSize: workers });
        const followers = fetched.flatMap(({ data: { order, effect } }) => jobOf(order, effect + 1));
        if (followers.length > 0) await boss.insert(followers);
        const ids = fetched.map(({ id }) => id);
        if (ids.length > 0) await boss.complete('effects', ids);
        left -= fetched.length - followers.length;
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
    return { perSecond: (orders * 1000) / (performance.now() - began) };
  },

  async close() {
    await boss.stop({ graceful: false });
  },
};
