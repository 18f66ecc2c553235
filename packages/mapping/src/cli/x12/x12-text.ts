import type { Definition } from '@dist/x12';
import type { Envelope } from '../envelope-options.ts';
import type { SourceIssue } from '../source-documents.ts';
import { x12Library } from './x12-library.ts';

/** X12 of documents, or why there is none; warnings may stand beside it. */
export interface X12Text {
  readonly bytes: Uint8Array | undefined;
  readonly issues: readonly SourceIssue[];
}

/** One interchange of documents of one definition, or its sets alone. Where anything is wrong there is nothing. */
export async function x12Text(
  documents: readonly unknown[],
  definition: Definition,
  envelope: Envelope,
): Promise<X12Text> {
  const library = await x12Library();
  const { sender, receiver, address, controlNumber, at, usage, lineBreak, isBare } = envelope;
  const sets = documents.map((document, index) => {
    return { definition, document, controlNumber: String(index + 1).padStart(4, '0') };
  });
  const { release } = definition;
  const group = {
    sender: sender.id,
    receiver: address?.groupId ?? receiver.id,
    controlNumber: String(Number(controlNumber)),
    // With the suffix that the partner's releases have: 004010VICS.
    version: address?.releases?.find((one) => one.startsWith(release)) ?? release,
    sets,
  };
  const version = address?.interchangeVersion ?? release.slice(0, 5);
  const { delimiters } = address ?? {};
  const around = { sender, receiver: { qualifier: receiver.qualifier, id: receiver.id }, controlNumber, at, usage };
  const written = library.write({ ...around, version, delimiters, lineBreak, groups: [group] });
  const issues = written.issues.map((issue): SourceIssue => {
    const { code, severity, message, path, expected, found } = issue;
    return { text: `${library.format(issue)}\n`, json: { code, severity, message, path, expected, found } };
  });
  if (!written.ok) return { bytes: undefined, issues };
  return { bytes: isBare ? setsAlone(library, written.value, lineBreak) : written.value, issues };
}

/** The bytes from ST to SE of each set. */
function setsAlone(library: Awaited<ReturnType<typeof x12Library>>, bytes: Uint8Array, lineBreak: string): Uint8Array {
  const { interchanges } = library.parse(bytes);
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
  const pieces = sets.flatMap(({ offset, length }) => [
    // With the terminator behind SE, which is no part of the set as it is counted.
    bytes.subarray(offset, offset + length + 1),
    new TextEncoder().encode(lineBreak),
  ]);
  const all = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
