import type { AnnotatedIssue, AnnotatedX12 } from '../../../src/document/annotate-x12.ts';
import { Scroll } from '../parts/scroll.tsx';

/** Segments with the names of what is in them, and what is wrong below the segment that it is about. */
export function Annotated({ segments, issues, isCut }: AnnotatedX12) {
  return (
    <div>
      <h4>Segments</h4>
      <Issues issues={issues} />
      <Scroll label="Segments of the document">
        <ol class="segments">
          {segments.map(({ id, name, elements, issues: own }, index) => (
            <li key={index}>
              <b>{id}</b> {name}
              <dl>
                {elements.map(({ designator, name: called, value }, place) => (
                  <div key={place}>
                    <dt>
                      {designator} {called}
                    </dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <Issues issues={own} />
            </li>
          ))}
        </ol>
      </Scroll>
      {isCut ? <p>The document has more segments than are shown; the text has all of them.</p> : null}
    </div>
  );
}

function Issues({ issues }: { readonly issues: readonly AnnotatedIssue[] }) {
  if (issues.length === 0) return null;
  return (
    <ul class="issues">
      {issues.map(({ severity, message }, index) => (
        <li key={index}>
          {severity}: {message}
        </li>
      ))}
    </ul>
  );
}
