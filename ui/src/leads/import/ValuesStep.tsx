/** Third: what the words of the CRM mean in ours. */
import { Button, Select, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DraftColumn, DraftValue, MappingEdit, Term } from '../../api';
import { useFormats } from '../../shared';
import { haveShell } from '../../shared/shell';
import { stageMeanings, termNames } from '../words';
import classes from './Import.module.css';
import type { StepParts } from './ImportPage';
import { Questions } from './Questions';
import { Foot, nextName, StepTitle, WhichFile } from './Steps';
import { byField, canGoOn, type ReadyFile, wordsToSay } from './state';

export function ValuesStep({ files, shown, show, back, on, next }: StepParts) {
  if (!canGoOn(files)) return null;
  const withValues = files.filter((file) => file.draft.columns.some((column) => column.values.length > 0));
  const file = withValues.find((one) => one.token === shown) ?? withValues[0];
  if (!file) return null;
  const columns = file.draft.columns.filter((column) => column.values.length > 0);
  const toSay = wordsToSay(file);
  const waits = withValues.find((one) => wordsToSay(one) > 0);
  return (
    <>
      <StepTitle>{title(columns, toSay)}</StepTitle>
      <WhichFile files={withValues} shown={file.token} show={show} />
      {columns.map((column) => (
        <ColumnValues key={column.column} column={column} file={file} />
      ))}
      <Foot
        back={back}
        note={
          toSay > 0 && (
            <span role="status" className={classes.ask}>
              {toSay === 1
                ? 'One word is still to be given a meaning.'
                : `${toSay} words are still to be given a meaning.`}
            </span>
          )
        }
      >
        {waits && waits.token !== file.token ? (
          <Button variant="filled" onClick={() => show(waits.token)}>
            Look at {waits.label}
          </Button>
        ) : (
          <Button variant="filled" disabled={toSay > 0} onClick={on}>
            {nextName(next)}
          </Button>
        )}
      </Foot>
    </>
  );
}

function title(columns: readonly DraftColumn[], toSay: number): string {
  if (toSay > 0) return toSay === 1 ? 'One word wants a meaning' : `${toSay} words want a meaning`;
  const toSee = columns.flatMap((column) => column.values).filter((value) => value.look).length;
  if (toSee === 0) return 'Every word has its meaning';
  return toSee === 1 ? 'One word wants a look' : `${toSee} words want a look`;
}

function ColumnValues({ column, file }: { column: DraftColumn; file: ReadyFile }) {
  const { number } = useFormats();
  const nameOf = (field: string) => file.draft.fields.find((entry) => entry.field === field)?.name ?? field;
  return (
    <>
      {byField(column).map(({ field, values }) => (
        <section key={field} className={classes.values}>
          <h3 className={classes.valuesTitle}>
            {column.column}
            <span className="faint"> is read as {nameOf(field)}</span>
          </h3>
          <Questions
            questions={aboutWords(file, column).filter(({ answers }) => answers.length > 1)}
            token={file.token}
          />
          {aboutWords(file, column)
            .filter(({ answers }) => answers.length === 1)
            .flatMap((question) => question.answers)
            .map((answer) => (
              <p key={answer.label} className={classes.note}>
                {answer.label}?{' '}
                <Button
                  size="compact-sm"
                  onClick={() => void haveShell('edit_mapping', { token: file.token, edit: answer.edit })}
                >
                  Yes, all of them
                </Button>
              </p>
            ))}
          <Table className="tabular">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">In the file</Table.Th>
                <Table.Th scope="col" className="number">
                  Rows
                </Table.Th>
                <Table.Th scope="col">Means</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {values.map((value) => (
                <ValueRow key={value.value} value={value} token={file.token} column={column.column} />
              ))}
            </Table.Tbody>
          </Table>
          {column.more_values > 0 && (
            <p className="soft small">
              {number(column.more_values)} rarer values are read by the same rules and keep their own words.
            </p>
          )}
        </section>
      ))}
    </>
  );
}

/** Questions with several answers are asked as they are; one answer accepts what is proposed for all words at once. */
function aboutWords(file: ReadyFile, column: DraftColumn) {
  return file.draft.questions.filter(
    (question) => question.about === 'values' && question.column === column.column,
  );
}

const nothing = 'says-nothing';
const noTerm = 'no-term';

function ValueRow({ value, token, column }: { value: DraftValue; token: string; column: string }) {
  const { number } = useFormats();
  const choice = value.says_nothing ? nothing : (value.term?.is ?? (value.asked ? null : noTerm));
  const say = (chosen: string) => {
    const term = chosen === nothing || chosen === noTerm ? null : ({ of: value.list, is: chosen } as Term);
    const edit: MappingEdit = {
      about: 'value',
      field: value.field,
      value: value.value,
      term,
      says_nothing: chosen === nothing,
    };
    void haveShell('edit_mapping', { token, edit });
  };
  return (
    <Table.Tr data-look={value.look || undefined}>
      <Table.Th scope="row" className={classes.value}>
        {value.look && <IconAlertTriangle size={16} aria-label="Look at this:" className={classes.mark} />}
        {value.value}
      </Table.Th>
      <Table.Td className="number">{number(value.rows)}</Table.Td>
      <Table.Td className={classes.means}>
        {value.always ? (
          <span className="soft">Nothing: it says that there is none</span>
        ) : (
          <Select
            aria-label={`“${value.value}” in ${column} means`}
            value={choice}
            placeholder="Say what it means"
            allowDeselect={false}
            data={[
              ...Object.entries(termNames[value.list]).map(([word, label]) => ({ value: word, label })),
              { value: nothing, label: 'Nothing: it says that there is none' },
              ...(value.proposed === null && !value.asked
                ? [{ value: noTerm, label: 'No term: only the word is kept' }]
                : []),
            ]}
            renderOption={({ option }) => (
              <span>
                {option.label}
                {value.list === 'stage' && option.value in stageMeanings && (
                  <span className={classes.about}>
                    {stageMeanings[option.value as keyof typeof stageMeanings]}
                  </span>
                )}
              </span>
            )}
            // Choosing what was proposed confirms it.
            onOptionSubmit={(chosen) => (chosen !== choice || value.asked) && say(chosen)}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
