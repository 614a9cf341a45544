/** The criteria under one question, or those that make a lead none: read aloud, changed in place, in an order that stays. */
import { Button, Menu } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type Criterion, type CriterionView, type DefinitionView, useAct, useAsk } from '../../api';
import { Ordered, useArrival, useRemoval } from '../../shared';
import { placeTitles } from '../words';
import classes from './Criteria.module.css';
import { CriterionLine } from './CriterionLine';

interface CriterionListProps {
  view: DefinitionView;
  criteria: readonly CriterionView[];
  /** What a new one begins with: its question, or that it makes a lead none. */
  begins: Partial<Criterion>;
  add: string;
  /** What stands there while there is none. */
  empty: ReactNode;
  editable: boolean;
}

const noFields: readonly never[] = [];

export function CriterionList({ view, criteria, begins, add, empty, editable }: CriterionListProps) {
  const offered = useAsk('definition_fields', {}, { enabled: editable }).data ?? noFields;
  const adding = useAct('add_criterion');
  const move = useAct('move_criterion');
  const edit = useAct('edit_criterion');
  const remove = useRemoval('remove_criterion');
  const arrival = useArrival();
  const lines = criteria.map((one) => ({ ...one, id: one.criterion.id }));
  const addOne = async () => {
    const line = await adding.run({ definition: view.definition.id, values: begins });
    if (line) arrival.expect(line.id);
  };
  return (
    <>
      {lines.length === 0 && <p className={classes.empty}>{empty}</p>}
      <Ordered
        items={lines}
        nameOf={(line) => line.sentence}
        onMove={(id, after) => move.run({ id, after })}
        onRemove={(line) => void remove({ id: line.id }, line.sentence)}
        more={(line) => (
          <Elsewhere
            view={view}
            criterion={line.criterion}
            put={(question) => void edit.run({ id: line.id, change: { question } })}
          />
        )}
        locked={!editable}
        className={classes.list}
      >
        {(line, tools) => (
          <CriterionLine
            view={line}
            offered={offered}
            editable={editable}
            arriving={arrival.is(line.id)}
            tools={tools}
          />
        )}
      </Ordered>
      {editable && (
        <Button
          className={classes.add}
          leftSection={<IconPlus size={16} aria-hidden />}
          loading={adding.isRunning}
          onClick={() => void addOne()}
        >
          {add}
        </Button>
      )}
    </>
  );
}

interface ElsewhereProps {
  view: DefinitionView;
  criterion: Criterion;
  put: (question: NonNullable<Criterion['question']>) => void;
}

/** The other questions under which a criterion could stand. */
function Elsewhere({ view, criterion, put }: ElsewhereProps) {
  if (criterion.question === null) return null;
  return view.questions
    .filter(({ question }) => question !== criterion.question)
    .map(({ question }) => (
      <Menu.Item
        key={question}
        leftSection={<IconArrowRight size={16} aria-hidden />}
        onClick={() => put(question)}
      >
        Put under “{placeTitles[question]}”
      </Menu.Item>
    ));
}
