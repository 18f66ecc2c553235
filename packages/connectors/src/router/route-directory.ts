/** Which system an order went to. It lives where orders live, as long as they do. */
export interface RouteDirectory {
  find(externalReference: string): Promise<string | undefined>;
  /** Remembers a system where none is remembered, and answers the one that is: two at the same time get one answer. */
  remember(externalReference: string, system: string): Promise<string>;
}
