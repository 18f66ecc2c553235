export { type Analytics, type AnalyticsSettings, analytics } from './analytics/analytics.ts';
export { analyticsErrors } from './analytics/analytics-errors.ts';
export { analyticsPolicy } from './analytics/analytics-policy.ts';
export type { CollectorForm } from './analytics/collector-request.ts';
export { type ExportRules, exportedFields, exportedNote, type OrderNote } from './analytics/exported-note.ts';
export { type FlushOutcome, type NoteQueue, type NoteQueueSettings, noteQueue } from './analytics/note-queue.ts';
export { type CloudEvent, type CloudEventNames, cloudEventHeaders, toCloudEvent } from './analytics/to-cloud-event.ts';
export { type OtlpAttribute, type OtlpLogRecord, type OtlpLogs, type OtlpValue, toOtlp } from './analytics/to-otlp.ts';
