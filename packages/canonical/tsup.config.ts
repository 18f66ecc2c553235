import { library } from '../../scripts/tsup.base.ts';

export default library({ entry: ['src/index.ts', 'src/arithmetic.ts', 'src/json-schema.ts', 'src/testing.ts'] });
