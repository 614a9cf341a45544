/** What the market has in common: what two or more personas need, meet, are moved or held back by, in the same words. */
import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type SharedInsight, useAsk } from '../../api';
import { ButtonLink, EmptyState, Page, WideTable } from '../../shared';
import { kinds } from '../words';
import classes from './InCommon.module.css';
import { type Sharing, sharing } from './sharing';

export function InCommonPage() {
  const shared = useAsk('market_in_common', {});
  return (
    <Page
      title="What the market has in common"
      lead="What two or more personas say in the same words, most shared first. Lead with it: it speaks to the most people at once."
    >
      {shared.error && <EmptyState title={shared.error.message}>{shared.error.hint}</EmptyState>}
      {shared.data?.length === 0 && <NothingInCommon />}
      {shared.data !== undefined && shared.data.length > 0 && <SharedTable shared={shared.data} />}
    </Page>
  );
}

function NothingInCommon() {
  return (
    <EmptyState
      title="Nothing in common yet"
      action={<ButtonLink to="/buyers">Go to personas and phases</ButtonLink>}
    >
      As soon as two personas have the same need, touchpoint, trigger or stopper, it stands here. Use the same
      words where you mean the same; capitals, accents and punctuation do not matter.
    </EmptyState>
  );
}

function SharedTable({ shared }: { shared: readonly SharedInsight[] }) {
  return (
    <WideTable minWidth={640}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">In their words</Table.Th>
            <Table.Th scope="col">What it is</Table.Th>
            <Table.Th scope="col" className="number">
              Personas
            </Table.Th>
            <Table.Th scope="col" className={classes.who}>
              Who, and when
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shared.map((one) => (
            <Table.Tr key={`${one.kind}-${one.places[0]?.insight}`} className={classes.shared}>
              <Table.Th scope="row">{one.text}</Table.Th>
              <Table.Td>{kinds[one.kind].name}</Table.Td>
              <Table.Td className="number">{one.personas}</Table.Td>
              <Table.Td>
                {sharing(one).map((persona) => (
                  <Who key={persona.persona} of={persona} />
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function Who({ of: { insight, name, phases } }: { of: Sharing }) {
  return (
    <div>
      <Anchor renderRoot={(props) => <Link to="/buyers" search={{ insight }} hash={insight} {...props} />}>
        {name}
      </Anchor>
      <span className="soft">, {phases}</span>
    </div>
  );
}
