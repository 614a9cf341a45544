/** One worked example: what it is, what it must come out as and what it comes out as now; its facts unfold. */
import { Button, Collapse } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { type DefinitionView, type ExampleView, useAct, useAsk, type WorkedExample } from '../../api';
import { AreaField, SelectField, useFormats, VerdictMark, verdictNames } from '../../shared';
import { FactFields } from '../trial/FactFields';
import { withFact } from '../trial/facts';
import { JudgedCriteria } from '../trial/JudgedCriteria';
import { verdictOptions } from '../words';
import classes from './Examples.module.css';
import { factsInWords } from './factsInWords';

interface ExampleLineProps {
  view: DefinitionView;
  line: ExampleView;
  editable: boolean;
  arriving: boolean;
  tools: ReactNode;
}

export function ExampleLine({ view, line, editable, arriving, tools }: ExampleLineProps) {
  const { example, judged } = line;
  const edit = useAct('edit_example');
  const offered = useAsk('definition_fields', {}).data ?? [];
  const [open, setOpen] = useState(arriving);
  const id = useId();
  const { day } = useFormats();
  const change = (values: Partial<WorkedExample>) => edit.attempt({ id: example.id, change: values });
  return (
    <div className={classes.line} id={example.id} data-fails={!line.comes_out_right || undefined}>
      <div className={classes.row}>
        {editable ? (
          <AreaField
            label="Example"
            oneLine
            value={example.name}
            placeholder="What is it an example of?"
            autoFocus={arriving}
            save={(name) => change({ name })}
          />
        ) : (
          <p className={classes.name}>{example.name}</p>
        )}
        {editable ? (
          <SelectField
            label="must come out as"
            options={verdictOptions}
            value={example.verdict}
            save={(verdict) => change({ verdict })}
          />
        ) : (
          <Outcome label="must come out as">
            <VerdictMark verdict={example.verdict} />
          </Outcome>
        )}
        <Outcome label="comes out as">
          <VerdictMark verdict={judged.verdict} />
        </Outcome>
        <div className={classes.tools}>{tools}</div>
      </div>
      {!line.comes_out_right && (
        <p className={classes.fails}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            It must come out as {verdictNames[example.verdict]}, and comes out as{' '}
            {verdictNames[judged.verdict]}. {judged.because}
          </span>
        </p>
      )}
      <div className={classes.known}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          leftSection={
            open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />
          }
        >
          {editable ? 'What is known of it, and why' : 'Why'}
          <span className="visually-hidden">: {example.name}</span>
        </Button>
        <span className={classes.facts}>{factsInWords(view, offered, example.facts, day)}</span>
      </div>
      <Collapse expanded={open} id={id} transitionDuration={0}>
        {open && (
          <div className={classes.inside}>
            {editable && (
              <FactFields
                view={view}
                facts={example.facts}
                say={(field, fact) => change({ facts: withFact(example.facts, field, fact) })}
              />
            )}
            <JudgedCriteria criteria={judged.criteria} />
          </div>
        )}
      </Collapse>
    </div>
  );
}

function Outcome({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.outcome}>
      <span className={classes.label}>{label}</span>
      <span className={classes.is}>{children}</span>
    </div>
  );
}
