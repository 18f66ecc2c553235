import { createReadStream } from 'node:fs';
import { X12Parser } from 'node-x12';

export const contender = {
  name: 'node-x12',

  everyElement(bytes, onSegment, onElement) {
    for (const { header, trailer, functionalGroups } of interchangesOf(bytes)) {
      visit(header, onSegment, onElement);
      for (const group of functionalGroups) {
        visit(group.header, onSegment, onElement);
        for (const set of group.transactions) {
          visit(set.header, onSegment, onElement);
          for (const segment of set.segments) visit(segment, onSegment, onElement);
          visit(set.trailer, onSegment, onElement);
        }
        visit(group.trailer, onSegment, onElement);
      }
      visit(trailer, onSegment, onElement);
    }
  },

  async stream(path, onSegment, onElement) {
    const segments = createReadStream(path).pipe(new X12Parser(false, 'latin1'));
    segments.on('data', (segment) => visit(segment, onSegment, onElement));
    await new Promise((resolve, reject) => segments.on('end', resolve).on('error', reject));
  },

  prepare: (bytes) => interchangesOf(bytes),
  serialize: (interchanges) => interchanges.map((interchange) => interchange.toString()),
};

function interchangesOf(bytes) {
  const parsed = new X12Parser(true).parse(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
  );
  return parsed.interchanges ?? [parsed];
}

function visit({ tag, elements }, onSegment, onElement) {
  onSegment(tag);
  for (const { value } of elements) onElement(value);
}
