import { useEffect, useRef } from 'preact/hooks';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useAnswer } from '../use-answer.ts';
import { Annotated } from './annotated.tsx';
import './document.css';

/** The document that the address names: its bytes beside what they say. */
export function OpenedDocument({ documentKey }: { readonly documentKey: string }) {
  const answer = useAnswer(`document ${documentKey}`, () => client.document.$get({ query: { key: documentKey } }));
  const heading = useRef<HTMLHeadingElement>(null);
  const isThere = answer.value !== undefined;
  // Who opened it by the keyboard goes on reading there.
  useEffect(() => heading.current?.focus(), [documentKey, isThere]);
  return (
    <Answered answer={answer}>
      {({ type, name, size, text, isLaidOut, annotated }) => (
        <section aria-label="Opened document" class="document">
          <h3 ref={heading} tabIndex={-1}>
            {type} {name} <small>{size} bytes</small>
          </h3>
          <div class={annotated === undefined ? undefined : 'beside'}>
            <div>
              <h4>{isLaidOut ? 'Text, laid out for reading' : 'Text as it was carried'}</h4>
              <Scroll label="Text of the document">
                <pre>
                  {text.map((piece, index) => (piece.isMarked ? <mark key={index}>{piece.text}</mark> : piece.text))}
                </pre>
              </Scroll>
            </div>
            {annotated === undefined ? null : <Annotated {...annotated} />}
          </div>
        </section>
      )}
    </Answered>
  );
}
