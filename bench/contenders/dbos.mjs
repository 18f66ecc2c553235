import { DBOS } from '@dbos-inc/dbos-sdk';
import { atOnce } from '../at-once.mjs';
import { postgresUrl } from '../postgres-url.mjs';

let live;
let series = 0;

/** What DBOS, whose workflows live in PostgreSQL as well, is asked to do. */
export const jobs = {
  async open({ connection, workers, effects, content }) {
    const url = postgresUrl(connection);
    DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, logLevel: 'error', systemDatabasePoolSize: workers });
    live = DBOS.registerWorkflow(
      async (order) => {
        for (let effect = 1; effect <= effects; effect++) await DBOS.runStep(async () => ({ order, effect, content }));
      },
      { name: 'order' },
    );
    await DBOS.launch();
  },

  /** Orders a second: a workflow of so many steps for each, so many of them at once. */
  async orders({ orders, workers }) {
    const name = series++;
    const perSecond = await atOnce(orders, workers, async (order) => {
      const handle = await DBOS.startWorkflow(live, { workflowID: `${name}/${order}` })(order);
      await handle.getResult();
    });
    return { perSecond };
  },

  async close() {
    await DBOS.shutdown();
  },
};
