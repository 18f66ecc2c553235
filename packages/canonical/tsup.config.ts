import { readFileSync } from 'node:fs';
import { library } from '../../scripts/tsup.base.ts';

const entry = ['src/index.ts', 'src/arithmetic.ts', 'src/json-schema.ts', 'src/testing.ts'];
const index = readFileSync('src/index.ts', 'utf8');
const exported = [...index.matchAll(/ from '\.\/((?:document|rule)\/[^']+)'/g)].map(([, path]) => `src/${path}`);

export default library({
  // Documents and rules stand in files of their own: a bundler leaves whole files out, but no schema within one that it takes,
  // since making it is a call.
  entry: [...entry, ...exported],
  dts: { entry, compilerOptions: { ignoreDeprecations: '6.0' } },
});
