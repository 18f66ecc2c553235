import { library } from '../../scripts/tsup.base.ts';

export default library({
  entry: [
    'src/index.ts',
    'src/cli.ts',
    'src/004010.ts',
    'src/005010.ts',
    'src/dictionary.ts',
    'src/guide.ts',
    'src/testing.ts',
  ],
  // Neither maps nor sources are published: the types of every segment are large enough.
  sourcemap: false,
});
