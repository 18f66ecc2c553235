import { library } from '../../scripts/tsup.base.ts';

export default library({ entry: ['src/index.ts', 'src/x12.ts'] });
