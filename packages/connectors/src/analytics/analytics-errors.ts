import type { VendorErrorRule } from '../http/vendor-errors.ts';

const otlp = 'OpenTelemetry Protocol Specification 1.x, OTLP/HTTP: Failures, Retryable Response Codes, Bad Data';
const collector = 'OpenTelemetry Collector, receiver/otlpreceiver, and google.rpc.Code';
const cloudEvents =
  'CloudEvents 1.0.2, HTTP Protocol Binding, and HTTP 1.1 Web Hooks for Event Delivery: 2.2 Delivery response';

/** What collectors answer: `google.rpc.Status` (`{ code, message }`) of OTLP by its code, the rest by status. */
export const analyticsErrors: readonly VendorErrorRule[] = [
  { code: '3', class: 'validation', sample: 'INVALID_ARGUMENT', source: collector },
  { code: '7', class: 'permission', sample: 'PERMISSION_DENIED', source: collector },
  { code: '16', class: 'auth', sample: 'UNAUTHENTICATED', source: collector },
  { code: '8', status: 429, class: 'rate-limited', sample: 'RESOURCE_EXHAUSTED', source: otlp },
  { code: '14', status: 503, class: 'unavailable', sample: 'UNAVAILABLE', source: otlp },
  { status: 400, class: 'validation', sample: '400 Bad Request', source: otlp },
  { status: 404, class: 'config', sample: '404 page not found', source: otlp },
  { status: 405, class: 'config', sample: '405 method not allowed, supported: [POST]', source: collector },
  { status: 410, class: 'config', sample: '410 Gone', source: cloudEvents },
  { status: 413, class: 'validation', sample: '413 Request Entity Too Large', source: otlp },
  {
    status: 415,
    class: 'config',
    sample: '415 unsupported media type, supported: [application/json, application/x-protobuf]',
    source: collector,
  },
  { status: 429, class: 'rate-limited', sample: '429 Too Many Requests', source: cloudEvents },
];
