import { library } from '../../scripts/tsup.base.ts';

export default library({ entry: ['src/index.ts', 'src/runtime.ts', 'src/sqlite.ts', 'src/testing.ts'] });
