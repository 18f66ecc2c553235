import { library } from '../../scripts/tsup.base.ts';

export default library({
  entry: ['src/index.ts', 'src/cli.ts', 'src/004010.ts', 'src/005010.ts', 'src/guide.ts'],
});
