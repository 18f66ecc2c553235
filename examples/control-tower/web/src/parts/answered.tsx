import type { ComponentChildren } from 'preact';
import type { Answer } from '../use-answer.ts';

interface AnsweredProps<Value> {
  readonly answer: Answer<Value>;
  readonly children: (value: Value) => ComponentChildren;
}

/** An answer once it is there; what is shown stays when the tower is gone for a while, and that is said. */
export function Answered<Value>({ answer: { value, fault }, children }: AnsweredProps<Value>) {
  return (
    <>
      {fault === undefined ? null : (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
      {value === undefined ? fault === undefined ? <p aria-busy="true">Loading …</p> : null : children(value)}
    </>
  );
}
