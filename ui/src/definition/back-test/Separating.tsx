/** Which fields tell good leads from bad ones: where to look for criteria, and which fields say too much to be trusted. */
import { Button, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { FeatureField, FeatureValue } from '../../api';
import { Block, Missing, Num, useFormats, WideTable } from '../../shared';
import classes from './BackTest.module.css';

interface SeparatingProps {
  fields: readonly FeatureField[];
  /** What they tell apart: "won from lost". */
  what: string | null;
}

/** So many are shown at first. */
const first = 5;

export function Separating({ fields, what }: SeparatingProps) {
  const [all, setAll] = useState(false);
  if (what === null || fields.length === 0) return null;
  const shown = all ? fields : fields.slice(0, first);
  return (
    <Block
      title={`What tells ${what}`}
      lead="The longer the bar, the more a field tells. A field that tells almost everything is often filled in only afterwards."
    >
      <WideTable minWidth={720}>
        <Table className="tabular">
          <caption className="visually-hidden">Fields, by how well they tell {what}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Field</Table.Th>
              <Table.Th scope="col">How much it tells, from 0 to 1</Table.Th>
              <Table.Th scope="col" className="number">
                Leads
              </Table.Th>
              <Table.Th scope="col">Best with</Table.Th>
              <Table.Th scope="col">Worst with</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((field) => (
              <OneField key={field.field} field={field} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {fields.length > first && (
        <Button variant="subtle" mt="xs" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${fields.length} fields`}
        </Button>
      )}
    </Block>
  );
}

function OneField({ field }: { field: FeatureField }) {
  const { number } = useFormats();
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.criterion}>
        {field.label}
        {field.warning && (
          <span className={classes.distrust}>
            <IconAlertTriangle size={15} aria-hidden />
            {field.warning}
          </span>
        )}
      </Table.Th>
      <Table.Td>
        <span className={classes.strength}>
          <span className={classes.track} aria-hidden>
            <span className={classes.fill} style={{ width: `${Math.min(1, field.strength) * 100}%` }} />
          </span>
          {number(field.strength, 2)}
        </span>
      </Table.Td>
      <Table.Td className="number">
        <Num value={field.n} />
      </Table.Td>
      <Table.Td>
        <Value value={field.best} />
      </Table.Td>
      <Table.Td>
        <Value value={field.worst} />
      </Table.Td>
    </Table.Tr>
  );
}

function Value({ value }: { value: FeatureValue | null }) {
  const { rate, number } = useFormats();
  if (!value || value.rate.rate.basis_points === null)
    return <Missing why="no two values have enough leads to compare" />;
  return (
    <>
      {value.value}
      <span className={classes.says}>
        {rate(value.rate.rate.basis_points, 1)}, n {number(value.rate.rate.n)}
      </span>
    </>
  );
}
