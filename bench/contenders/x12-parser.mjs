import { createReadStream } from 'node:fs';
import { X12parser } from 'x12-parser';

export const contender = {
  name: 'x12-parser',

  async everyElement(bytes, onSegment, onElement) {
    const parser = new X12parser('latin1');
    const segments = [];
    const ended = end(parser, (segment) => segments.push(segment));
    for (let at = 0; at < bytes.length; at += 65_536) parser.write(bytes.subarray(at, at + 65_536));
    parser.end();
    await ended;
    for (const segment of segments) visit(segment, onSegment, onElement);
  },

  async stream(path, onSegment, onElement) {
    const segments = createReadStream(path).pipe(new X12parser('latin1'));
    await end(segments, (segment) => visit(segment, onSegment, onElement));
  },
};

function end(parser, onData) {
  return new Promise((resolve, reject) => parser.on('data', onData).on('end', resolve).on('error', reject));
}

function visit(segment, onSegment, onElement) {
  onSegment(segment.name);
  // Its keys are the numbers of the elements, which come first, and `name`.
  for (const key in segment) if (key !== 'name') onElement(segment[key]);
}
