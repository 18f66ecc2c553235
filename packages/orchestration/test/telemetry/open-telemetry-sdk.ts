import type * as Api from '@opentelemetry/api';
import type * as Metrics from '@opentelemetry/sdk-metrics';
import type * as Traces from '@opentelemetry/sdk-trace-base';
import { buildSync } from 'esbuild';

// The tests resolve by the condition `module`, under which OpenTelemetry gives files that name others without their
// endings: bundlers take them, Node does not. So it is bundled.
const { outputFiles } = buildSync({
  stdin: {
    contents: ['api', 'sdk-trace-base', 'sdk-metrics']
      .map((name) => `export * from '@opentelemetry/${name}';`)
      .join(''),
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  write: false,
  logLevel: 'silent',
});

/** The real API and SDK: traces and metrics. */
export const sdk: typeof Api & typeof Traces & typeof Metrics = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`
);
