// The next release of worker.ts: workflows have a durable step more at their beginning.
import { appendFileSync } from 'node:fs';
import { serveLedger } from './serve-ledger.ts';

await serveLedger((dbos, ledger) => ({
  get applicationVersion() {
    return dbos.applicationVersion;
  },
  runStep: (step, config) => dbos.runStep(step, config),
  registerQueue: (name, options) => dbos.registerQueue(name, options),
  registerWorkflow: (workflow, config) =>
    dbos.registerWorkflow(async (input) => {
      const audit = async () => appendFileSync(ledger, 'audit\t\n');
      const once = { retriesAllowed: false, maxAttempts: 1, intervalSeconds: 1, backoffRate: 1 };
      await dbos.runStep(audit, { name: 'audit', ...once });
      await workflow(input);
    }, config),
}));
