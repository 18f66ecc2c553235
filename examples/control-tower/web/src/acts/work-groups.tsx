import { Link } from 'wouter-preact';
import type { WorkGroup } from '../../../src/queries/group-work.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Instant } from '../parts/instant.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useAnswer } from '../use-answer.ts';
import type { Selection } from './selection.ts';

interface WorkGroupsProps {
  readonly selection: Selection;
  readonly onSelect: (group: WorkGroup | undefined) => void;
}

/** The worklist by cause and owner; all of one can be selected at once, also what is on other pages. */
export function WorkGroups({ selection: { group: chosen }, onSelect }: WorkGroupsProps) {
  const answer = useAnswer('groups', () => client.acts.groups.$get());
  return (
    <Answered answer={answer}>
      {({ groups }) =>
        groups.length === 0 ? null : (
          <Scroll label="By cause and owner">
            <table>
              <thead>
                <tr>
                  <th>Cause</th>
                  <th>Owner</th>
                  <th class="number">Items</th>
                  <th>Oldest</th>
                  <th>All</th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => {
                  const { cause, owner, kind, items, oldest } = group;
                  const isChosen = chosen?.cause === cause && chosen.owner === owner && chosen.kind === kind;
                  return (
                    <tr key={`${kind} ${cause} ${owner}`}>
                      <td>
                        <Link href={`/work?${new URLSearchParams({ cause, owner })}`}>
                          {kind === 'hold' ? 'held' : 'parked'}: {cause}
                        </Link>
                      </td>
                      <td>{owner}</td>
                      <td class="number">{items}</td>
                      <td>
                        <Instant at={oldest} />
                      </td>
                      <td>
                        <label>
                          <input
                            type="checkbox"
                            checked={isChosen}
                            onChange={() => onSelect(isChosen ? undefined : group)}
                          />{' '}
                          select all of {cause}, {owner}
                        </label>
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroll>
        )
      }
    </Answered>
  );
}
