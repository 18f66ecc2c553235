import { CanonicalPanel } from './canonical-panel.tsx';
import type { FileAnswer } from './file-answer.ts';
import { IssuesView } from './issues-view.tsx';
import { PlainLines } from './plain-lines.tsx';
import type { SetAnswer } from './set-answer.ts';
import type { Tab } from './settings.ts';
import { TextView } from './text-view.tsx';

/** One view of what was read. */
export function Panel(props: {
  tab: Tab;
  answer: FileAnswer;
  set: SetAnswer | undefined;
  shown: { readonly row: number } | undefined;
  go: (row: number) => void;
}) {
  return (
    <div id="playground-panel" role="tabpanel" aria-labelledby={`playground-tab-${props.tab}`}>
      <View {...props} />
    </div>
  );
}

function View({ tab, answer, set, shown, go }: Parameters<typeof Panel>[0]) {
  switch (tab) {
    case 'issues':
      return <IssuesView answer={answer} go={go} />;
    case 'text':
      return <TextView answer={answer} shown={shown} />;
    case 'answer':
      return (
        <>
          <p>{answer.acknowledgment.sentence}</p>
          <PlainLines label="Acknowledgment" lines={answer.acknowledgment.lines} empty="" />
        </>
      );
    default:
      return <SetView tab={tab} isNone={answer.sets.starts.length === 0} set={set} />;
  }
}

function SetView({
  tab,
  isNone,
  set,
}: {
  tab: 'tree' | 'json' | 'canonical';
  isNone: boolean;
  set: SetAnswer | undefined;
}) {
  if (isNone) return <p>There is no transaction set to show.</p>;
  if (set === undefined) return <p aria-busy="true">Reading the set …</p>;
  if (tab === 'canonical') return <CanonicalPanel view={set.canonical} />;
  if (tab === 'tree') return <PlainLines label="Tree" lines={set.tree} empty="The set is empty." />;
  return <PlainLines label="Typed document" lines={set.json} empty="Nothing of this set could be read." />;
}
