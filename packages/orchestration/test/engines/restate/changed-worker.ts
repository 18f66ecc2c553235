// The next release of worker.ts: handlers have a durable step more at their beginning.
import { appendFileSync } from 'node:fs';
import type { RestateContext, RestateMethod } from '../../../src/restate.ts';
import { serveLedger } from './serve-ledger.ts';

await serveLedger((sdk, ledger) => {
  const audited =
    <Context extends RestateContext>(method: RestateMethod<Context>): RestateMethod<Context> =>
    async (context, input) => {
      await context.run('audit', async () => appendFileSync(ledger, 'audit\t\n'));
      return method(context, input);
    };
  return {
    handlers: sdk.handlers,
    object: (definition) => {
      const { onEvents, onPerformed, ...others } = definition.handlers;
      if (onEvents === undefined || onPerformed === undefined) throw new TypeError('the handlers have other names');
      const handlers = { ...others, onEvents: audited(onEvents), onPerformed: audited(onPerformed) };
      return sdk.object({ ...definition, handlers });
    },
    service: (definition) => {
      const { perform, ...others } = definition.handlers;
      if (perform === undefined) throw new TypeError('the handlers have other names');
      return sdk.service({ ...definition, handlers: { ...others, perform: audited(perform) } });
    },
  };
});
