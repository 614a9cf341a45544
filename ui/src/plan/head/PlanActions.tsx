/** What can be done with the plan as a whole: hold the session, take it along, carry it forward, delete the draft. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowForward, IconColumns, IconDots, IconPresentation, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { type PlanView, useAct, useAsk } from '../../api';
import { ButtonLink } from '../../shared';
import { useRemoval } from '../../shared/useRemoval';
import { PlanExport } from '../agreement/PlanExport';

interface PlanActionsProps {
  view: PlanView;
  readOnly: boolean;
}

export function PlanActions({ view, readOnly }: PlanActionsProps) {
  return (
    <>
      <PlanExport view={view} />
      <More view={view} readOnly={readOnly} />
      {view.version === null && (
        <ButtonLink
          to="/plan/$year/session"
          params={{ year: String(view.plan.year) }}
          variant="filled"
          leftSection={<IconPresentation size={18} aria-hidden />}
        >
          Hold the session
        </ButtonLink>
      )}
    </>
  );
}

function More({ view, readOnly }: PlanActionsProps) {
  const navigate = useNavigate();
  const plans = useAsk('list_plans', {}).data ?? [];
  const copy = useAct('copy_plan');
  const remove = useRemoval('delete_plan');
  const next = view.plan.year + 1;
  const canCarry = !readOnly && !plans.some((plan) => plan.year === next);
  // What was ever proposed is kept; the core would refuse to delete it.
  const canDelete = !readOnly && view.agreement.versions.length === 0;
  const carry = async () => {
    const copied = await copy.run({ from: view.plan.id, year: next });
    if (copied) void navigate({ to: '/plan/$year', params: { year: String(next) } });
  };
  const deleteDraft = async () => {
    await navigate({ to: '/' });
    await remove({ plan: view.plan.id }, `plan ${view.label}`);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={36} variant="default" aria-label="More about this plan">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to="/compare" leftSection={<IconColumns size={16} aria-hidden />}>
          Compare the years
        </Menu.Item>
        {canCarry && (
          <Menu.Item leftSection={<IconArrowForward size={16} aria-hidden />} onClick={() => void carry()}>
            Carry forward to {next}
          </Menu.Item>
        )}
        {canDelete && (
          <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void deleteDraft()}>
            Delete this draft
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
