/** Spellings that look like one name, group by group: which one to write, and writing them so. */
import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { asCallError, inWords, type SpellingGroup, type SpeltField, useAct } from '../../api';
import { scrollThere, useFormats, useUndoOffer } from '../../shared';
import { spelt } from '../words';
import { mendedInWords } from './mendedInWords';
import classes from './Sources.module.css';

/** So many groups stand there at first. */
const first = 10;

/** Stands for a word of one's own; no name is written so. */
const ownWord = '\u0000';

interface SpellingGroupsProps {
  field: SpeltField;
  groups: readonly SpellingGroup[];
}

export function SpellingGroups({ field, groups }: SpellingGroupsProps) {
  const [all, setAll] = useState(false);
  const { number } = useFormats();
  const listed = all ? groups : groups.slice(0, first);
  return (
    <>
      {listed.map((group) => (
        <GroupForm key={group.spellings.map(([said]) => said).join('\n')} field={field} group={group} />
      ))}
      {listed.length < groups.length && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          Show all {number(groups.length)} groups of {spelt[field].many.toLowerCase()}
        </Button>
      )}
    </>
  );
}

function GroupForm({ field, group }: { field: SpeltField; group: SpellingGroup }) {
  const merge = useAct('merge_aliases');
  const keep = useAct('exclude_alias');
  const offerUndo = useUndoOffer();
  const { number } = useFormats();
  const [chosen, setChosen] = useState(group.proposed);
  const [own, setOwn] = useState('');
  const [error, setError] = useState<string | null>(null);
  const into = chosen === ownWord ? own.trim() : chosen;
  const write = async (event: FormEvent) => {
    event.preventDefault();
    if (into === '') {
      setError('Write the name that all of them get.');
      return;
    }
    try {
      const spellings = group.spellings.map(([said]) => said);
      const { outcome, step } = await merge.attemptStep({ field, spellings, into });
      // The group is gone: what comes next is the next one.
      scrollThere('spellings');
      offerUndo(`All are “${into}” now: ${mendedInWords(outcome, number)}.`, step);
    } catch (thrown) {
      setError(inWords(asCallError(thrown)));
    }
  };
  const keepApart = async (said: string) => {
    const done = await keep.runStep({ field, said });
    if (done) offerUndo(`“${said}” is kept apart.`, done.step);
  };
  return (
    <form className={classes.group} onSubmit={(event) => void write(event)}>
      <Radio.Group
        label={`Which of these ${number(group.spellings.length)} spellings is right?`}
        value={chosen}
        onChange={(next) => {
          setChosen(next);
          setError(null);
        }}
      >
        <div className={classes.choices}>
          {group.spellings.map(([said, rows]) => (
            <div key={said} className={classes.choice}>
              <Radio
                value={said}
                label={
                  <span className={classes.said}>
                    {said}
                    <span className="soft">
                      {' '}
                      {number(rows)} {rows === 1 ? 'row' : 'rows'}
                    </span>
                  </span>
                }
              />
              <Button size="compact-sm" variant="subtle" onClick={() => void keepApart(said)}>
                Keep apart<span className="visually-hidden">: {said}</span>
              </Button>
            </div>
          ))}
          <Radio value={ownWord} label="Another word" />
        </div>
      </Radio.Group>
      {chosen === ownWord && (
        <TextInput
          label="The name that all of them get"
          value={own}
          onChange={(event) => {
            setOwn(event.currentTarget.value);
            setError(null);
          }}
          maw="22rem"
        />
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div>
        <Button type="submit" loading={merge.isRunning}>
          Write them as one<span className="visually-hidden">: {into}</span>
        </Button>
      </div>
    </form>
  );
}
