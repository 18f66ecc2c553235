/**
 * The part of `@opentelemetry/api` 1.x that is used here, by shape: its `Tracer` and `Meter` fit, and so does whatever
 * else has these functions. Nothing of OpenTelemetry is imported.
 */
export interface Tracer {
  startSpan(name: string, options: SpanSettings): Span;
}

/** As `SpanOptions`. */
export interface SpanSettings {
  readonly root: boolean;
  readonly startTime: Date;
  readonly attributes: Attributes;
  readonly links: SpanLink[];
}

/** As `Link`: another span that has to do with this one, whenever it was. */
export interface SpanLink {
  readonly context: SpanPlace;
  readonly attributes: Attributes;
}

/** As `SpanContext`. */
export interface SpanPlace {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceFlags: number;
  readonly isRemote?: boolean;
}

/** Flat values by name. */
export type Attributes = Record<string, string | number | boolean>;

/** As `Span`. */
export interface Span {
  spanContext(): SpanPlace;
  addEvent(name: string, attributes: Attributes, time: Date): unknown;
  /** Code 2 is an error. */
  setStatus(status: { readonly code: number; readonly message: string }): unknown;
  end(time: Date): void;
}

/** As `Meter`. */
export interface Meter {
  createCounter(name: string, options: InstrumentSettings): { add(value: number, attributes: Attributes): void };
  createHistogram(name: string, options: InstrumentSettings): { record(value: number, attributes: Attributes): void };
  createObservableGauge(name: string, options: InstrumentSettings): Gauge;
}

/** As `MetricOptions`: what is counted, and in which unit (UCUM). */
export interface InstrumentSettings {
  readonly description: string;
  readonly unit: string;
}

/** As `ObservableGauge`: asked for its values at each collection. */
export interface Gauge {
  addCallback(ask: (answer: { observe(value: number, attributes: Attributes): void }) => void | Promise<void>): void;
}
