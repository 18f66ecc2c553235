import { library } from '../../scripts/tsup.base.ts';

export default library({
  entry: [
    'src/index.ts',
    'src/codecs.ts',
    'src/shopify.ts',
    'src/reference-erp.ts',
    'src/gateway.ts',
    'src/node/file-drop.ts',
    'src/node/bullmq.ts',
    'src/testing.ts',
  ],
});
