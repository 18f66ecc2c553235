import { library } from '../../scripts/tsup.base.ts';

export default library({
  entry: [
    'src/index.ts',
    'src/availability.ts',
    'src/reconcile.ts',
    'src/carrier.ts',
    'src/runtime.ts',
    'src/postgres.ts',
    'src/dbos.ts',
    'src/host.ts',
    'src/restate.ts',
    'src/sqlite.ts',
    'src/telemetry.ts',
    'src/pictures.ts',
    'src/testing.ts',
  ],
});
