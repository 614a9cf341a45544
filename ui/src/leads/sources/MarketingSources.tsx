/** Every source, how many leads it brought, and whether it is marketing's. */
import { Button, Checkbox, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { type SourceLine, useAct } from '../../api';
import { ButtonLink, EmptyState, Section, useChoiceSave, useFormats } from '../../shared';
import { InLedger } from '../parts/InLedger';
import classes from './Sources.module.css';

/** So many stand there at first. */
const first = 25;

export function MarketingSources({ lines }: { lines: readonly SourceLine[] }) {
  const set = useAct('set_marketing_sources');
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const saved = useMemo(() => lines.filter((line) => line.is_marketings).map((line) => line.source), [lines]);
  const { shown, choose, error } = useChoiceSave<readonly string[]>(saved, (sources) =>
    set.attempt({ sources: [...sources] }),
  );
  const listed = all ? lines : lines.slice(0, first);
  return (
    <Section
      id="sources"
      title="Whose each source is"
      lead={
        <>
          What marketing sourced, and what it had a part in, is counted by it: in{' '}
          <Link to="/leads/funnel" search={{}} className={classes.link}>
            the funnel
          </Link>{' '}
          and in the plan’s look back. Both sides should see these ticks alike.
        </>
      }
    >
      {lines.length === 0 ? (
        <NoSource />
      ) : (
        <>
          <Table className={`tabular ${classes.table}`}>
            <caption className="visually-hidden">Sources, and which are marketing’s</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Source</Table.Th>
                <Table.Th scope="col" className="number">
                  Leads
                </Table.Th>
                <Table.Th scope="col">Whose</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {listed.map(({ source, leads }) => (
                <Table.Tr key={source}>
                  <Table.Th scope="row" className={classes.name}>
                    {source}
                  </Table.Th>
                  <Table.Td className="number">
                    <InLedger leads={leads > 0 ? { source } : undefined} says={`leads from ${source}`}>
                      {number(leads)}
                    </InLedger>
                  </Table.Td>
                  <Table.Td>
                    <Checkbox
                      label={
                        <>
                          Marketing’s<span className="visually-hidden">: {source}</span>
                        </>
                      }
                      checked={shown.includes(source)}
                      onChange={(event) =>
                        choose(
                          event.currentTarget.checked
                            ? [...shown, source]
                            : shown.filter((other) => other !== source),
                        )
                      }
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {listed.length < lines.length && (
            <Button mt="sm" variant="subtle" onClick={() => setAll(true)}>
              Show all {number(lines.length)} sources
            </Button>
          )}
          {error && (
            <p role="alert" className={classes.error}>
              {error}
            </p>
          )}
        </>
      )}
    </Section>
  );
}

function NoSource() {
  return (
    <EmptyState
      title="No lead has a source yet"
      action={
        <ButtonLink to="/leads/ledger" search={{ source: '' }}>
          Say where they came from
        </ButtonLink>
      }
    >
      Once leads have their source, each stands here with its number, and you both say which are marketing’s.
    </EmptyState>
  );
}
