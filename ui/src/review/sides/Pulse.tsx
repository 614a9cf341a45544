/** The pulse of the reviews that were closed: the mean of each side's marks, side by side. */
import { Table } from '@mantine/core';
import type { PulsePoint } from '../../api';
import { Block, SideBadge, useFormats, WideTable } from '../../shared';
import classes from './Sides.module.css';

export function Pulse({ points }: { points: readonly PulsePoint[] }) {
  const { number } = useFormats();
  if (points.length === 0) return null;
  const mean = (hundredths: number | null) => (hundredths === null ? '–' : number(hundredths / 100, 1));
  return (
    <Block title="Pulse, review by review" lead="The mean of each side’s four marks, from 1 to 5.">
      <div className={classes.marksTable}>
        <WideTable minWidth={360}>
          <Table className="tabular">
            <caption className="visually-hidden">The mean mark of each side, by review</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Review</Table.Th>
                <Table.Th scope="col" className="number">
                  <SideBadge side="sales" />
                </Table.Th>
                <Table.Th scope="col" className="number">
                  <SideBadge side="marketing" />
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {points.map((point) => (
                <Table.Tr key={point.label}>
                  <Table.Th scope="row">{point.label}</Table.Th>
                  <Table.Td className="number">{mean(point.sales)}</Table.Td>
                  <Table.Td className="number">{mean(point.marketing)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </WideTable>
      </div>
    </Block>
  );
}
