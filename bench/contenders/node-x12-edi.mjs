import { Transaction } from 'node-x12-edi';

export const contender = {
  name: 'node-x12-edi',

  everyElement(bytes, onSegment, onElement) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const transaction = new Transaction();
    // It splits at the terminator: with the last one it would see a segment more.
    transaction.generateSegments(text.replace(/~\s*$/, ''), '~', '*');
    for (const { name, fields } of transaction.segments) {
      onSegment(name);
      for (const { content } of fields) onElement(content);
    }
  },
};
