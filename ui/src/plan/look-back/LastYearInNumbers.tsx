/** The year in numbers: the funnel's counts, the money and the time, typed or pasted, and what follows from them. */
import { Button } from '@mantine/core';
import { IconClipboard } from '@tabler/icons-react';
import { useState } from 'react';
import { act, type LookBack, type LookBackFigure, useAct, useAsk } from '../../api';
import { AreaField, Block, Missing, UnitValue, useFormats, ValueField } from '../../shared';
import type { SectionProps } from '../sectionProps';
import { LastYearFunnel } from './LastYearFunnel';
import classes from './LastYearInNumbers.module.css';
import { PasteTable, pastedTable } from './PasteTable';
import { yearFields } from './yearFields';

/** The figures shown as tiles; the conversions stand in the funnel. */
const tiles = ['win_rate', 'average_deal', 'sourced_share'];

export function LastYearInNumbers({ view, editable }: SectionProps) {
  const { numbers, figures, widenings } = view.look_back;
  const plan = view.plan.id;
  const paste = useAct('paste_numbers');
  const [pasting, setPasting] = useState<string | null>(null);
  const understood = useAsk(
    'try_numbers',
    { plan, text: pasting ?? '' },
    { enabled: (pasting ?? '').trim() !== '', keep: true },
  );
  const edit = (change: Partial<LookBack>) => act('edit_look_back', { id: plan, change });
  return (
    <Block
      title="The year in numbers"
      lead="From your CRM and your books. What you leave empty stays open; nothing is guessed."
      actions={
        editable && (
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconClipboard size={16} aria-hidden />}
            onClick={() => setPasting('')}
          >
            Paste last year’s numbers
          </Button>
        )
      }
    >
      <div
        className={classes.numbers}
        onPaste={(event) => {
          const table = editable ? pastedTable(event) : null;
          if (table) setPasting(table);
        }}
      >
        <div className={classes.fields}>
          {yearFields.map(({ key, label, unit }) => (
            <div key={key} className={classes.field} data-part={key === 'sourced_revenue' || undefined}>
              <span aria-hidden>{label}</span>
              <ValueField
                hideLabel
                label={label}
                unit={unit}
                value={numbers[key]}
                locked={!editable}
                save={(value) => edit({ [key]: value })}
              />
            </div>
          ))}
          <AreaField
            minRows={1}
            label="Where these numbers come from"
            placeholder="CRM export of 3 January, closed books"
            value={numbers.source}
            locked={!editable}
            save={(source) => edit({ source })}
          />
        </div>
        <div>
          {widenings.length > 0 && (
            <div className={classes.widenings} role="status">
              {widenings.map((widening) => (
                <p key={widening}>{widening}</p>
              ))}
            </div>
          )}
          <LastYearFunnel view={view} />
          <dl className={classes.tiles}>
            {figures
              .filter((line) => tiles.includes(line.key))
              .map((line) => (
                <Tile key={line.key} line={line} />
              ))}
          </dl>
        </div>
      </div>
      <PasteTable
        text={pasting}
        setText={setPasting}
        understood={understood}
        what="number"
        title="Paste last year’s numbers"
        lead="Copy rows of a name and a number from your spreadsheet: Leads, Accepted, SQL, Opportunities, Won, Lost, Revenue, Sourced by marketing, Cycle."
        heads={['Name', 'Number']}
        field={(into) => {
          const known = yearFields.find(({ key }) => key === into);
          return { label: known?.label ?? into, now: known && numbers[known.key] };
        }}
        take={(text) => paste.attemptStep({ plan, text })}
      />
    </Block>
  );
}

function Tile({ line }: { line: LookBackFigure }) {
  const { number } = useFormats();
  return (
    <div className={classes.tile}>
      <dt>{line.label}</dt>
      <dd>
        <span className={classes.large}>
          {line.figure.value === null ? (
            <Missing why={line.figure.because} />
          ) : (
            <UnitValue unit={line.unit} value={line.figure.value} />
          )}
        </span>
        <span className={classes.formula}>
          {line.figure.value === null ? line.figure.because : line.formula}
          {line.n !== null && ` · n ${number(line.n)}`}
        </span>
      </dd>
    </div>
  );
}
