import { createReadStream } from 'node:fs';
import ediParser from 'edi-parser';

/** For EDIFACT; with these separators it reads X12. Components are left whole, or it could not tell them from elements. */
const separators = {
  segmentTerminator: '~',
  dataElementSeparator: '*',
  componentDataElementSeparator: '\u0001',
  releaseCharacter: '\u0002',
  quote: '\u0003',
};

export const contender = {
  name: 'edi-parser',

  async everyElement(bytes, onSegment, onElement) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const segments = [];
    await end(ediParser().from(text, separators), (segment) => segments.push(segment));
    for (const segment of segments) visit(segment, onSegment, onElement);
  },

  async stream(path, onSegment, onElement) {
    const parser = ediParser().fromStream(createReadStream(path, 'latin1'), separators);
    await end(parser, (segment) => visit(segment, onSegment, onElement));
  },
};

function end(parser, onData) {
  return new Promise((resolve, reject) => parser.on('data', onData).on('end', resolve).on('error', reject));
}

function visit(segment, onSegment, onElement) {
  onSegment(segment[0]);
  for (let index = 1; index < segment.length; index++) onElement(segment[index]);
}
