/** One answer of a script: a status with a body, or what goes wrong with the connection. */
export type WiremockStep =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly delayMs?: number;
    }
  | {
      readonly fault:
        | 'CONNECTION_RESET_BY_PEER'
        | 'EMPTY_RESPONSE'
        | 'MALFORMED_RESPONSE_CHUNK'
        | 'RANDOM_DATA_THEN_CLOSE';
    };

/** What WireMock has been asked, the first first. */
export interface WiremockRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/**
 * Makes a WireMock answer the requests of one method and path one after another as the steps say, the last again and again
 * (WireMock, "Stateful Behaviour" and "Simulating Faults").
 */
export async function wiremockScript(
  url: string,
  method: string,
  path: string,
  steps: readonly WiremockStep[],
): Promise<void> {
  const scenarioName = `${method} ${path}`;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const mapping = {
      scenarioName,
      requiredScenarioState: index === 0 ? 'Started' : `step ${index}`,
      ...(isLast ? {} : { newScenarioState: `step ${index + 1}` }),
      request: { method, urlPath: path },
      response: 'fault' in step ? { fault: step.fault } : answerOf(step),
    };
    await admin(url, 'mappings', mapping);
  }
}

/** Forgets every script and every request. */
export async function wiremockReset(url: string): Promise<void> {
  await admin(url, 'reset', {});
}

/** The requests that came since the last reset. */
export async function wiremockRequests(url: string): Promise<WiremockRequest[]> {
  const response = await fetch(`${url}/__admin/requests`);
  const { requests } = (await response.json()) as {
    readonly requests: readonly { readonly request: WiremockRequest }[];
  };
  return requests.map(({ request }) => ({ method: request.method, url: request.url, body: request.body })).reverse();
}

function answerOf({ status, headers, json, delayMs }: Exclude<WiremockStep, { readonly fault: string }>) {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(json === undefined ? {} : { jsonBody: json }),
    fixedDelayMilliseconds: delayMs,
  };
}

async function admin(url: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(`${url}/__admin/${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`WireMock answers ${response.status}: ${await response.text()}`);
}
