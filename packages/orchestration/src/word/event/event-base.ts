/** Version of the shape of events that this release writes. Stored events of earlier ones are upcast when they are read. */
export const eventVersion = 2;

/** What every event carries. Time comes only from `at`: the machine has no clock. */
export interface EventBase {
  /** Makes the event unique in its order: the same key again is the same event. */
  readonly key: string;
  /** ISO 8601 instant in UTC with milliseconds. */
  readonly at: string;
  /** Version of the event's shape; older ones are upcast. */
  readonly v: typeof eventVersion;
  /** Key of the event or effect that led to this one. */
  readonly causation?: string | undefined;
  /** W3C trace context of what brought the event; spans link to it, across days. */
  readonly trace?: { readonly traceparent: string } | undefined;
}
