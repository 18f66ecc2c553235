import { library } from '../../scripts/tsup.base.ts';

export default library({
  entry: [
    'src/authoring.ts',
    'src/explain.ts',
    'src/index.ts',
    'src/cli.ts',
    'src/registry.ts',
    'src/split.ts',
    'src/testing.ts',
    'src/x12.ts',
    'src/xml.ts',
  ],
});
