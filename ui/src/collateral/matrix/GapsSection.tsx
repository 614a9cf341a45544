/** The cells where something is missing, the ones with most at stake first. */
import { Table, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ContentMatrix, Gap } from '../../api';
import { Missing, Section, useFormats, WideTable } from '../../shared';
import classes from './Matrix.module.css';
import { placeName, withoutValueInWords, worthInWords } from './words';

/** So many needs of a gap are named; the others stand in its cell. */
const named = 2;

interface GapsSectionProps {
  matrix: ContentMatrix;
  open: (persona: string, phase: string) => void;
}

export function GapsSection({ matrix, open }: GapsSectionProps) {
  const { gaps, has_leads } = matrix;
  if (gaps.length === 0) return null;
  return (
    <Section
      id="gaps"
      title="Gaps, by what is at stake"
      lead={
        has_leads ? (
          'Where most open value sits comes first.'
        ) : (
          <>
            <Link to="/leads/import" search={{}}>
              Import leads
            </Link>{' '}
            to see how much is at stake in each gap.
          </>
        )
      }
    >
      <WideTable minWidth={640}>
        <Table className={`tabular ${classes.gaps}`}>
          <caption className="visually-hidden">Gaps, by what is at stake</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Gap</Table.Th>
              <Table.Th scope="col">What is missing</Table.Th>
              {has_leads && (
                <>
                  <Table.Th scope="col" className="number">
                    Open value
                  </Table.Th>
                  <Table.Th scope="col" className="number">
                    Open leads
                  </Table.Th>
                </>
              )}
              <Table.Th scope="col" className="number">
                Asked for
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {gaps.map((gap) => (
              <GapLine
                key={`${gap.persona} ${gap.phase}`}
                gap={gap}
                place={placeName(matrix, gap.persona, gap.phase)}
                hasLeads={has_leads}
                open={() => open(gap.persona, gap.phase)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Section>
  );
}

interface GapLineProps {
  gap: Gap;
  place: string;
  hasLeads: boolean;
  open: () => void;
}

function GapLine({ gap, place, hasLeads, open }: GapLineProps) {
  const { number } = useFormats();
  const more = gap.needs.length - named;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <UnstyledButton className={classes.gap} onClick={open}>
          {place}
        </UnstyledButton>
      </Table.Th>
      <Table.Td className={classes.missing}>
        {gap.needs.length === 0 && <span className="soft">A piece; no need is known here</span>}
        {gap.needs.slice(0, named).map(({ id, text }) => (
          <span key={id} className={classes.need}>
            {text || 'A need without words'}
          </span>
        ))}
        {more > 0 && <span className="soft small">and {number(more)} more</span>}
      </Table.Td>
      {hasLeads && (
        <>
          <Table.Td className="number">
            <OpenValue gap={gap} />
          </Table.Td>
          <Table.Td className="number">{number(gap.open.leads)}</Table.Td>
        </>
      )}
      <Table.Td className="number">{number(gap.requested)}</Table.Td>
    </Table.Tr>
  );
}

function OpenValue({ gap: { open } }: { gap: Gap }) {
  const { money, number } = useFormats();
  const worth = worthInWords(open, money);
  const without = withoutValueInWords(open, number);
  if (worth === null)
    return (
      <Missing
        why={open.opportunities === 0 ? 'no opportunity is open here' : 'no opportunity here has a value'}
      />
    );
  return (
    <>
      {worth}
      {without && <span className={classes.without}>{without}</span>}
    </>
  );
}
