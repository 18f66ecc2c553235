import { readFileSync } from 'node:fs';
import { peakMemory } from './peak-memory.mjs';
import { secondsOf } from './seconds-of.mjs';

/** What every contender is asked to do; see the contenders for their four functions. */
export function contenderJobs(contender) {
  let prepared;
  return {
    /** `{ wrong }`: the first place where a reading differs from what split gives; undefined when there is none. */
    async check({ path, reading }) {
      const bytes = readFileSync(path);
      const { segments, onSegment, onElement } = recorder();
      await contender[reading](reading === 'stream' ? path : bytes, onSegment, onElement);
      return { wrong: differenceOf(segments, expectedSegments(bytes.toString('latin1'), contender)) };
    },

    /** `{ seconds, segments, elements, characters }` of one reading of a file that is in memory. */
    async everyElement({ path, leastSeconds }) {
      const bytes = readFileSync(path);
      const counter = new Counter();
      const seconds = await secondsOf(async () => {
        counter.reset();
        await contender.everyElement(bytes, counter.onSegment, counter.onElement);
      }, leastSeconds);
      return { seconds, ...counter.counts() };
    },

    /** The same of a file that is streamed once, and the most memory that this process has taken. */
    async stream({ path }) {
      const counter = new Counter();
      const seconds = await secondsOf(() => contender.stream(path, counter.onSegment, counter.onElement), 0);
      return { seconds, peak: peakMemory(), ...counter.counts() };
    },

    /** Seconds to write again what was read before; a fault when it is not the same text. */
    async serialize({ path, leastSeconds }) {
      const bytes = readFileSync(path);
      prepared ??= contender.prepare(bytes);
      let written;
      const seconds = await secondsOf(() => {
        written = contender.serialize(prepared);
      }, leastSeconds);
      const text = written.map((part) => (typeof part === 'string' ? part : new TextDecoder('latin1').decode(part)));
      if (text.join('').replaceAll(/[\r\n]/g, '') !== bytes.toString('latin1'))
        throw new Error('it writes another text');
      return { seconds };
    },
  };
}

class Counter {
  segments = 0;
  elements = 0;
  characters = 0;

  onSegment = (id) => {
    this.segments++;
    this.characters += id.length;
  };

  onElement = (text) => {
    this.elements++;
    this.characters += text.length;
  };

  reset() {
    this.segments = 0;
    this.elements = 0;
    this.characters = 0;
  }

  counts() {
    return { segments: this.segments, elements: this.elements, characters: this.characters };
  }
}

function recorder() {
  const segments = [];
  return {
    segments,
    onSegment: (id) => segments.push([id]),
    onElement: (text) => segments.at(-1).push(String(text)),
  };
}

function expectedSegments(text, { hidesTrailers = false }) {
  const segments = text.split('~').slice(0, -1);
  return segments.map((segment) => segment.split('*')).filter(([id]) => !(hidesTrailers && isTrailer(id)));
}

/** Between ST and SE every text must be the same. In the envelope blanks and leading zeros may be gone. */
function differenceOf(found, wanted) {
  const places = new Map(wanted.map((segment, index) => [index, segment]));
  const order = inOneOrder(found);
  if (order.length !== wanted.length) return `${order.length} segments, there are ${wanted.length}`;
  for (const [index, segment] of places) {
    const plain = isEnvelope(segment[0]) ? (one) => one.map(trimmed).join('*') : (one) => one.join('*');
    const other = order[index];
    if (plain(other) !== plain(segment)) return `segment ${index + 1} is ${other.join('*')}, not ${segment.join('*')}`;
  }
  return undefined;
}

/** A stream may show the headers of groups and interchanges after what they hold: they are put back before it. */
function inOneOrder(segments) {
  if (segments[0]?.[0] === 'ISA') return segments;
  const ordered = [];
  let from = 0;
  segments.forEach((segment, index) => {
    if (segment[0] === 'GS') {
      ordered.push(segment, ...segments.slice(from, index));
      from = index + 1;
    } else if (segment[0] === 'ISA') {
      ordered.splice(
        ordered.findLastIndex(([id]) => id === 'GS'),
        0,
        segment,
      );
      from = index + 1;
    }
  });
  return ordered;
}

function isTrailer(id) {
  return id === 'GE' || id === 'IEA';
}

function isEnvelope(id) {
  return id === 'ISA' || id === 'GS' || isTrailer(id);
}

function trimmed(text) {
  return text.trim().replace(/^0+(?=\d)/, '');
}
