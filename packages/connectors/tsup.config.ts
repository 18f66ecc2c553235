import { readFile } from 'node:fs/promises';
import { library } from '../../scripts/tsup.base.ts';

/** The maps that adapters carry, without the notes for whoever reads them: those stay in the files that are published. */
const mapsWithoutNotes = {
  name: 'maps-without-notes',
  setup(build: {
    onLoad(
      options: { readonly filter: RegExp },
      load: (file: { readonly path: string }) => Promise<{ contents: string; loader: 'json' }>,
    ): void;
  }) {
    build.onLoad({ filter: /\/connectors\/src\/[a-z0-9-]+\/[a-z-]+\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(JSON.parse(await readFile(path, 'utf8'), withoutNote)),
      loader: 'json',
    }));
  },
};

function withoutNote(name: string, value: unknown): unknown {
  return name === 'note' && typeof value === 'string' ? undefined : value;
}

export default library({
  entry: [
    'src/index.ts',
    'src/codecs.ts',
    'src/shopify.ts',
    'src/reference-erp.ts',
    'src/gateway.ts',
    'src/node/bullmq.ts',
    'src/node/as2.ts',
    'src/node/nats.ts',
    'src/limits.ts',
    'src/node/files.ts',
    'src/node/sftp.ts',
    'src/webhooks.ts',
    'src/node/amqp.ts',
    'src/soap.ts',
    'src/s4hana.ts',
    'src/fakes.ts',
    'src/documents.ts',
    'src/labels.ts',
    'src/node/document-files.ts',
    'src/netsuite.ts',
    'src/drift.ts',
    'src/router.ts',
    'src/cli.ts',
    'src/authoring.ts',
    'src/tms.ts',
    'src/bigcommerce.ts',
    'src/payments.ts',
    'src/amazon-vendor.ts',
    'src/amazon-seller.ts',
    'src/salesforce.ts',
    'src/business-central.ts',
    'src/adobe-commerce.ts',
    'src/wms.ts',
    'src/analytics.ts',
    'src/dynamics365.ts',
    'src/acumatica.ts',
    'src/oracle-fusion.ts',
    'src/testing.ts',
  ],
  esbuildPlugins: [mapsWithoutNotes],
});
