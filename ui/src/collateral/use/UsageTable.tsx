/** Pieces with what their uses come to. Each figure shows the number it stands on; what rests on few is marked. */
import { Table } from '@mantine/core';
import type { PieceInUse, Rate } from '../../api';
import { Day, Few, Missing, Num, useFormats, WideTable } from '../../shared';
import { PieceLink } from '../parts/PieceLink';
import { kindNames, standingOf } from '../words';
import classes from './Usage.module.css';
import { markInWords, partInWords } from './useWords';

const heads = [
  'Uses',
  'Deals',
  'Last used',
  'Ease, 1 to 5',
  'Moved on, imports',
  'Moved on, sellers',
  'Opened',
  'Saved',
  'Sent',
];

export function UsageTable({ pieces, caption }: { pieces: readonly PieceInUse[]; caption: string }) {
  return (
    <WideTable minWidth={820}>
      <Table className={`tabular ${classes.table}`}>
        <caption className="visually-hidden">Pieces: {caption}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Piece</Table.Th>
            {heads.map((head) => (
              <Table.Th key={head} scope="col" className="number">
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pieces.map((line) => (
            <PieceLine key={line.piece.id} line={line} />
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function PieceLine({ line }: { line: PieceInUse }) {
  const { piece, usage, taken } = line;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.piece}>
        <PieceLink id={piece.id} title={piece.title} />
        <span className={classes.more}>
          {kindNames[piece.kind]}, {standingOf(line)}
        </span>
      </Table.Th>
      <Table.Td className="number">
        <Num value={usage.uses} />
      </Table.Td>
      <Table.Td className="number">
        <Num value={usage.deals} />
      </Table.Td>
      <Table.Td className="number">
        <Day value={usage.last_used_on} why="it was not used in a deal yet" />
      </Table.Td>
      <Table.Td className="number">
        <Ease line={line} />
      </Table.Td>
      <Table.Td className="number">
        <Moved cases={usage.moved_by_imports} why="no import tells yet what became of these deals" />
      </Table.Td>
      <Table.Td className="number">
        <Moved cases={usage.moved_by_sellers} why="no seller has said so yet" />
      </Table.Td>
      <Table.Td className="number">
        <Num value={taken.opened} />
      </Table.Td>
      <Table.Td className="number">
        <Num value={taken.saved} />
      </Table.Td>
      <Table.Td className="number">
        <Num value={taken.sent} />
      </Table.Td>
    </Table.Tr>
  );
}

function Ease({ line: { usage } }: { line: PieceInUse }) {
  const { number } = useFormats();
  const { ease } = usage;
  if (!ease) return <Missing why="no seller has marked it yet" />;
  return (
    <>
      {markInWords(ease, number)}
      <span className={classes.more}>
        n {number(ease.n)}
        {ease.small && <Few />}
      </span>
    </>
  );
}

function Moved({ cases, why }: { cases: Rate; why: string }) {
  const { number } = useFormats();
  if (cases.n === 0) return <Missing why={why} />;
  return (
    <>
      {partInWords(cases, number)}
      {cases.small && (
        <span className={classes.more}>
          <Few />
        </span>
      )}
    </>
  );
}
