export { type AuditOptions, type AuditRow, type AuditSource, auditTrail } from './telemetry/audit-trail.ts';
export { type Correlation, correlationOf, type EventOfOrder } from './telemetry/correlation.ts';
export { type LogRecord, logger } from './telemetry/logger.ts';
export { type NameKind, namesOf, type OrderName } from './telemetry/names-of.ts';
export type { DeadlineRow, DocumentRow, EffectRow, HoldRow, OrderRow } from './telemetry/order-row.ts';
export { type OtelSettings, otelTelemetry, type Telemetry } from './telemetry/otel-telemetry.ts';
export {
  type DeadlineAtRisk,
  type OrderFilter,
  type ReadModel,
  type ReadModelCheckpoint,
  readModel,
} from './telemetry/read-model.ts';
export { type RedactionRules, type Redactor, redactor } from './telemetry/redaction.ts';
export { auditColumns, toCsv } from './telemetry/to-csv.ts';
export { toJsonLines } from './telemetry/to-json-lines.ts';
export type {
  Attributes,
  Gauge,
  InstrumentSettings,
  Meter,
  Span,
  SpanLink,
  SpanPlace,
  SpanSettings,
  Tracer,
} from './telemetry/tracer-and-meter.ts';
