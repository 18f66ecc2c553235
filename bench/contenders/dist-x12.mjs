import { createReadStream } from 'node:fs';
import { builtEntry } from '../built-entry.mjs';
import { eachText } from '../each-text.mjs';

const { eachSegment, parse, parseStream, serialize } = await import(builtEntry('index'));

/**
 * `@dist/x12` as it is published. It shows neither GE nor IEA (they are checked and gone), so their two segments of two
 * elements are not counted.
 */
export const contender = {
  name: '@dist/x12',
  hidesTrailers: true,

  everyElement(bytes, onSegment, onElement) {
    for (const { segment, groups } of parse(bytes).interchanges) {
      visit(segment, onSegment, onElement);
      for (const group of groups) {
        visit(group.segment, onSegment, onElement);
        for (const set of group.sets) eachSegment(set, (segment) => visit(segment, onSegment, onElement));
      }
    }
  },

  async stream(path, onSegment, onElement) {
    for await (const item of parseStream(createReadStream(path))) {
      if (item.kind === 'set') eachSegment(item.set, (segment) => visit(segment, onSegment, onElement));
      else if (item.kind === 'group') visit(item.group.segment, onSegment, onElement);
      else if (item.kind === 'interchange') visit(item.interchange.segment, onSegment, onElement);
    }
  },

  /** Every segment is looked at before. A line break that is named makes `serialize` write each anew, from its own bytes. */
  prepare(bytes) {
    const { interchanges } = parse(bytes);
    for (const { groups } of interchanges)
      for (const { sets } of groups)
        for (const { segments } of sets) for (const segment of segments) eachText(segment, () => {});
    return interchanges;
  },
  serialize(interchanges) {
    return interchanges.map((interchange) => serialize(interchange, { lineBreak: '' }).value);
  },
};

function visit(segment, onSegment, onElement) {
  onSegment(segment.id);
  eachText(segment, onElement);
}
