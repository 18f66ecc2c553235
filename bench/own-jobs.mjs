import { createReadStream, readFileSync } from 'node:fs';
import { builtEntry } from './built-entry.mjs';
import { eachText } from './each-text.mjs';
import { peakMemory } from './peak-memory.mjs';
import { secondsOf } from './seconds-of.mjs';

const { parse, parseSegments, read } = await import(builtEntry('index'));
const { purchaseOrder850 } = await import(builtEntry('004010'));
/** The JSON texts made so far, by file. */
const texts = new Map();

/** What only `@dist/x12` is asked to do. */
export const jobs = {
  /** Reads a file of purchase orders into typed documents, all of which are kept. */
  async typed({ path, leastSeconds }) {
    const bytes = readFileSync(path);
    let documents;
    const seconds = await secondsOf(() => {
      documents = documentsOf(bytes);
    }, leastSeconds);
    return { seconds, documents: documents.length };
  },

  /** `JSON.parse` of the text that `JSON.stringify` gives for the same documents. */
  async json({ path, leastSeconds }) {
    const json = jsonOf(path);
    let documents;
    const seconds = await secondsOf(() => {
      documents = JSON.parse(json);
    }, leastSeconds);
    return { seconds, documents: documents.length };
  },

  /** Parses a file that is in memory, reads every element once and keeps the file. */
  whole({ path }) {
    const file = parse(readFileSync(path));
    const parsed = peakMemory();
    let segments = 0;
    let elements = 0;
    const count = () => {
      elements++;
    };
    for (const { groups } of file.interchanges)
      for (const { sets } of groups)
        for (const set of sets)
          for (const segment of set.segments) {
            segments++;
            eachText(segment, count);
          }
    const peak = peakMemory();
    // The file is looked at once more, so that none of it was collected before the peak.
    return { parsed, peak, segments, elements, interchanges: file.interchanges.length };
  },

  /** Streams one file a number of times, segment by segment, and reads the values of every segment. */
  async segments({ path, times = 1 }) {
    let segments;
    let elements;
    const count = () => {
      elements++;
    };
    const seconds = await secondsOf(async () => {
      segments = 0;
      elements = 0;
      for (let time = 0; time < times; time++)
        for await (const item of parseSegments(createReadStream(path))) {
          if (item.kind === 'issue') throw new Error(item.issue.message);
          segments++;
          eachText(item.segment, count);
        }
    }, 0);
    return { seconds, peak: peakMemory(), segments: segments / times, elements: elements / times };
  },

  /** What Node itself takes, with this module and the package loaded. */
  bare: () => ({ peak: peakMemory() }),
};

function jsonOf(path) {
  if (!texts.has(path)) texts.set(path, JSON.stringify(documentsOf(readFileSync(path))));
  return texts.get(path);
}

function documentsOf(bytes) {
  const { sets, issues } = read(bytes, { sets: [purchaseOrder850] });
  if (issues.length > 0) throw new Error(`an issue in what is right: ${issues[0].code} ${issues[0].message}`);
  return sets.map(({ document }) => document);
}
