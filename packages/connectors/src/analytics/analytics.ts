import type { Authorizer } from '../auth/authorizer.ts';
import type { HttpRuntime } from '../http/http-client.ts';
import { type VendorSettings, vendorClient } from '../http/vendor-client.ts';
import { fieldOf } from '../json/field-of.ts';
import { textOf } from '../json/text-of.ts';
import { type Connector, defineConnector } from '../port/connector.ts';
import type { Notes } from '../port/notes.ts';
import { analyticsErrors } from './analytics-errors.ts';
import { analyticsPolicy } from './analytics-policy.ts';
import type { CollectorForm } from './collector-request.ts';
import { exportNotes } from './export-notes.ts';

export interface AnalyticsSettings extends HttpRuntime, Pick<VendorSettings, 'limiter' | 'onExchange'> {
  /** `https://collector.example.com`. */
  readonly baseUrl: string;
  /** `/v1/logs` when absent; for CloudEvents the path where the collector takes them, `/` when absent. */
  readonly path?: string | undefined;
  readonly form: CollectorForm;
  /** `headerToken('authorization', token, 'Bearer')`; nobody asks when absent. */
  readonly auth?: Authorizer | undefined;
  /** Most notes in one request; 500 when absent. */
  readonly maximumNotes?: number | undefined;
  /** Most bytes of notes in one request; 1 000 000 when absent. */
  readonly maximumBatchBytes?: number | undefined;
}

/** A collector of notes. */
export type Analytics = Connector<{ readonly notes: Notes }>;

/** Connects to one collector. Throws a TypeError when a setting cannot be right. */
export function analytics(settings: AnalyticsSettings): Analytics {
  const { baseUrl, form, maximumNotes = 500, maximumBatchBytes = 1_000_000, ...runtime } = settings;
  const { path = form.kind === 'otlp' ? '/v1/logs' : '/' } = settings;
  if (!Number.isInteger(maximumNotes) || maximumNotes < 1) throw new TypeError('maximumNotes is 1 or more');
  if (!Number.isInteger(maximumBatchBytes) || maximumBatchBytes < 1)
    throw new TypeError('maximumBatchBytes is 1 or more');
  if (!/^\/[\x21-\x7e]*$/.test(path)) throw new TypeError('path begins with a slash');
  if (form.kind === 'cloudEvents' && !/^[\x21-\x7e]+$/.test(form.source))
    throw new TypeError('source is a URI-reference');
  const client = vendorClient({
    ...runtime,
    policy: analyticsPolicy,
    address: { baseUrl: baseUrl.replace(/\/$/, '') },
    errorOf: (json) => {
      const code = fieldOf(json, 'code');
      return { code: typeof code === 'number' ? String(code) : undefined, message: textOf(fieldOf(json, 'message')) };
    },
    errors: analyticsErrors,
  });
  const batches = { form, path, maximumNotes, maximumBytes: maximumBatchBytes };
  return defineConnector<{ readonly notes: Notes }>({
    id: 'analytics',
    apiVersion: form.kind === 'otlp' ? 'OTLP 1' : 'CloudEvents 1.0',
    policy: analyticsPolicy,
    offers: { notes: { export: (notes, call) => exportNotes(client, batches, notes, call) } },
  });
}
