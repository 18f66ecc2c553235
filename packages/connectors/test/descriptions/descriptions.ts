import { existsSync } from 'node:fs';
import type { Check, ReceivedAnswer, SentRequest } from './check.ts';
import * as operations from './check-operation.ts';
import { checkGraphqlRequest } from './graphql-description.ts';
import type { RestDescription } from './operation.ts';
import type { Recorder } from './recording-fetch.ts';
import { type SystemName, systems } from './systems.ts';

/** Why a system can not be checked here, for the name of a test that is skipped; false where it can. */
export function absent(system: SystemName): false | string {
  const missing = systems[system].files.find((file) => !existsSync(file));
  return missing === undefined ? false : `the description of ${system} is not at hand`;
}

/** Compares a request with the description of a system. */
export function checkRequest(system: SystemName, request: SentRequest): Check {
  const { graphql } = systems[system];
  const found = graphql === undefined ? undefined : checkGraphqlRequest(graphql, request);
  return { system, ...(found ?? operations.checkRequest(restOf(system), request)) };
}

/** Compares an answer, real or made up for a test, with the description of a system. GraphQL's are what their document asks for. */
export function checkResponse(system: SystemName, answer: ReceivedAnswer): Check {
  return { system, ...operations.checkResponse(restOf(system), answer) };
}

/** Whether the paths that a decoder reads, `items[].sku`, are in the answer of an operation, `GET /V1/orders/{id}`. */
export function checkRead(system: SystemName, operation: string, paths: readonly string[]): Check {
  return { system, ...operations.checkRead(restOf(system), operation, paths) };
}

/** What the recorded requests hold that their descriptions do not allow, a line for each. */
export async function differences({ system, requests, outside }: Recorder): Promise<string[]> {
  return requests
    .filter(({ path }) => !outside.some((pattern) => pattern.test(path)))
    .flatMap((request) => linesOf(checkRequest(system, request), `${request.method} ${request.path}`));
}

/** What the recorded answers hold that their descriptions do not: a fake of a test made it up. */
export async function answerDifferences({ system, answers, outside }: Recorder): Promise<string[]> {
  const all = await Promise.all(answers);
  return all
    .filter(({ path }) => !outside.some((pattern) => pattern.test(path)))
    .flatMap((answer) => linesOf(checkResponse(system, answer), `${answer.method} ${answer.path} ${answer.status}`));
}

function linesOf({ provenance, source, differences: found }: Check, what: string): string[] {
  return found.map(({ kind, at, message }) => `${what}: ${at}: ${kind}, ${message} (${provenance}: ${source})`);
}

function restOf(system: SystemName): readonly RestDescription[] {
  const reason = absent(system);
  if (reason !== false) throw new RangeError(`${reason}: skip what needs it with absent('${system}')`);
  return systems[system].rest.map((source) => source.read());
}
