/** What a handler asks of Restate; `Context` of `@restatedev/restate-sdk` answers it as it is. */
export interface RestateContext {
  /** Runs an action once and keeps what it answers; again when the worker dies before that is kept. */
  run<Answer>(name: string, action: () => Promise<Answer>): Promise<Answer>;
  genericCall<Request, Answer>(call: RestateCall<Request> & { outputSerde: RestateSerde<Answer> }): Promise<Answer>;
  genericSend<Request>(call: RestateCall<Request> & RestateSendOptions): unknown;
}

/** A handler by its names; `key` for one of an object. */
export interface RestateCall<Request> {
  service: string;
  method: string;
  key?: string;
  parameter: Request;
  inputSerde: RestateSerde<Request>;
}

/** When a handler is to run, in milliseconds from now, and what makes a second send of it the same. */
export interface RestateSendOptions {
  delay: number;
  idempotencyKey?: string;
}

/** How a value travels. */
export interface RestateSerde<Value> {
  contentType?: string;
  serialize(value: Value): Uint8Array;
  deserialize(data: Uint8Array): Value;
}

/** The context of a handler that only reads its object, while others may run. */
export interface RestateSharedContext extends RestateContext {
  readonly key: string;
  get<Value>(name: string): Promise<Value | null>;
}

/** The context of a handler that has its object for itself. */
export interface RestateObjectContext extends RestateSharedContext {
  set<Value>(name: string, value: Value): void;
}

/** A handler: JSON in, JSON out. Written as a method, so that a handler may say what JSON it takes. */
export type RestateMethod<Context> = { handle(context: Context, input: unknown): Promise<unknown> }['handle'];

/** How often Restate calls a worker that is not there, or that died; milliseconds. */
export interface RestateServiceOptions {
  retryPolicy: { maxAttempts: number; initialInterval: number; maxInterval: number; exponentiationFactor: number };
}

/**
 * The parts of `@restatedev/restate-sdk` (1.17) that the services are made with: `import * as restate` is one. Its types
 * stay out of ours, so that neither its version nor its presence matters to those who do not use it.
 */
export interface RestateSdk<ObjectDefinition, ServiceDefinition> {
  object(definition: {
    name: string;
    handlers: Record<string, RestateMethod<RestateObjectContext>>;
    options: RestateServiceOptions;
  }): ObjectDefinition;
  service(definition: {
    name: string;
    handlers: Record<string, RestateMethod<RestateContext>>;
    options: RestateServiceOptions;
  }): ServiceDefinition;
  readonly handlers: {
    readonly object: {
      shared(method: RestateMethod<RestateSharedContext>): RestateMethod<RestateSharedContext>;
    };
  };
}
