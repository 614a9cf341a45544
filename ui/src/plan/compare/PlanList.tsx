/** Every plan there is, where it stands, and what can be done with it: open, carry forward, delete. */
import { Anchor, Button, Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PlanRow } from '../../api';
import { Seal, useFormats } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import { BeginPlan } from './BeginPlan';
import classes from './Compare.module.css';

export function PlanList({ plans }: { plans: readonly PlanRow[] }) {
  return (
    <>
      {plans.length > 0 && (
        <Table>
          <caption className="visually-hidden">All plans</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Year</Table.Th>
              <Table.Th scope="col">Where it stands</Table.Th>
              <Table.Th scope="col" className="number">
                Goals
              </Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">Delete</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plans.map((plan) => (
              <Row key={plan.id} plan={plan} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      <BeginPlan plans={plans} />
    </>
  );
}

function Row({ plan }: { plan: PlanRow }) {
  const { day } = useFormats();
  const remove = useRemoval('delete_plan');
  const version = plan.proposed ?? plan.in_force;
  const has = (side: 'sales' | 'marketing') =>
    version?.signatures.some((signature) => signature.side === side) ?? false;
  // What was ever proposed is kept; the core would refuse to delete it.
  const isDraft = !plan.was_proposed;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.year}>
        <Anchor
          renderRoot={(props) => <Link to="/plan/$year" params={{ year: String(plan.year) }} {...props} />}
        >
          {plan.label}
        </Anchor>
        <span className={classes.version}>
          {day(plan.first_day)} – {day(plan.last_day)}
          {plan.is_this_year && ', this year'}
        </span>
      </Table.Th>
      <Table.Td>
        <span className={classes.standing}>
          <Seal
            size={20}
            sales={has('sales')}
            marketing={has('marketing')}
            state={plan.state === 'in_force' ? 'in_force' : 'open'}
          />
          {standingOf(plan)}
        </span>
      </Table.Td>
      <Table.Td className="number">{plan.goals}</Table.Td>
      <Table.Td className={classes.actions}>
        {isDraft && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void remove({ plan: plan.id }, `plan ${plan.label}`)}
          >
            Delete the draft<span className="visually-hidden"> of {plan.label}</span>
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function standingOf(plan: PlanRow): string {
  if (plan.proposed) return `Version ${plan.proposed.version} waits for signatures`;
  if (!plan.in_force) return 'Draft';
  const inForce = `Version ${plan.in_force.version} in force`;
  return plan.draft_differs ? `${inForce}, the draft goes further` : inForce;
}
