import type { TargetedClipboardEvent, TargetedDragEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Settings } from './settings.ts';
import { tooLarge } from './too-large.ts';

/** A longer text is read, and not put into the field: to lay it out would stop the page for seconds. */
const MOST_IN_FIELD = 100_000;

export interface Given {
  readonly bytes: Uint8Array;
  /** What stands in the field. */
  readonly text: string;
  /** Said of a text that does not stand there. */
  readonly name?: string | undefined;
}

/** A text or a file as it is given: in the field when it is short and text. */
export function givenOf(from: string | Uint8Array, name = 'The text'): Given {
  const bytes = typeof from === 'string' ? new TextEncoder().encode(from) : from;
  const size = `${name}: ${bytes.length.toLocaleString('en')} bytes, read and not shown in the field.`;
  if (bytes.length > MOST_IN_FIELD || bytes.includes(0)) return { bytes, text: '', name: size };
  return { bytes, text: typeof from === 'string' ? from : new TextDecoder().decode(from) };
}

/** The field, the choice of a file, and the samples. */
export function TextInput({
  given,
  give,
  giveSample,
  fail,
}: {
  given: Given;
  give: (given: Given) => void;
  giveSample: (sample: Settings['sample']) => void;
  fail: (words: string) => void;
}) {
  const [isOver, setOver] = useState(false);
  const take = (file: File | undefined) => {
    const refused = file && tooLarge(file.size);
    if (refused !== undefined) return fail(refused);
    file?.arrayBuffer().then(
      (buffer) => give(givenOf(new Uint8Array(buffer), file.name)),
      () => fail(`${file.name} can not be read.`),
    );
  };
  const drop = (event: TargetedDragEvent<HTMLElement>) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) take(file);
    else give(givenOf(event.dataTransfer?.getData('text/plain') ?? ''));
  };
  const paste = (event: TargetedClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length <= MOST_IN_FIELD) return;
    event.preventDefault();
    give(givenOf(text, 'The pasted text'));
  };
  return (
    <section
      class={isOver ? 'input over' : 'input'}
      aria-label="The text to read"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label for="playground-text">X12, pasted, typed or dropped here</label>
      <textarea
        id="playground-text"
        rows={8}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        placeholder="ISA*00*          *00*          *ZZ*…"
        value={given.text}
        onPaste={paste}
        onInput={({ currentTarget }) => give(givenOf(currentTarget.value))}
      />
      {given.name !== undefined && <p>{given.name}</p>}
      <p class="ways">
        <label class="file">
          Or a file <input type="file" onChange={({ currentTarget }) => take(currentTarget.files?.[0])} />
        </label>
        <button type="button" onClick={() => giveSample('order')}>
          Sample order
        </button>
        <button type="button" onClick={() => giveSample('faults')}>
          Sample with faults
        </button>
        <button type="button" onClick={() => give(givenOf(''))}>
          Clear
        </button>
      </p>
    </section>
  );
}
