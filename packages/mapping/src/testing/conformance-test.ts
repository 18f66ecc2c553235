/** What a test of conformance is about. */
export type ConformanceLayer = 'static' | 'golden' | 'violations' | 'profile' | 'laws';

/** One test, for any test runner. */
export interface ConformanceTest {
  /** `850 in, golden: ordinary is read as its meaning`. */
  readonly name: string;
  readonly layer: ConformanceLayer;
  /** Id of the profile's document: `850 in`. */
  readonly document: string;
  /** Whether it runs the map; otherwise it asks of the profile and its golden pairs alone. */
  readonly runsMap: boolean;
  /** @throws Error when the partner does not conform: which rule, what was expected and found, the smallest document. */
  readonly run: () => void;
}
