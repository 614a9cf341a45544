/** Every version: where it stands, who signed, and the way to read it or take it along. */
import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlanView, Version } from '../../api';
import { Seal, useFormats } from '../../shared';
import classes from './Agreement.module.css';
import { ExportMenu } from './ExportMenu';

const states: Record<Version['state'], string> = {
  proposed: 'Proposed',
  in_force: 'In force',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};

export function VersionList({ view }: { view: PlanView }) {
  return (
    <div className={classes.block}>
      <h3 className={classes.subtitle}>Versions</h3>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <caption className="visually-hidden">Versions of the plan {view.label}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Version</Table.Th>
              <Table.Th scope="col">Where it stands</Table.Th>
              <Table.Th scope="col">Signed by</Table.Th>
              <Table.Th scope="col">Digest</Table.Th>
              <Table.Th scope="col">
                <span className="visually-hidden">Read or save it</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.agreement.versions.map((version) => (
              <VersionRow key={version.agreement} version={version} view={view} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </div>
  );
}

function VersionRow({ version, view }: { version: Version; view: PlanView }) {
  const { day } = useFormats();
  const has = (side: 'sales' | 'marketing') =>
    version.signatures.some((signature) => signature.side === side);
  const isRead = view.version !== null && version.version === view.version;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.versionHead}>
        <Seal
          sales={has('sales')}
          marketing={has('marketing')}
          state={version.state === 'in_force' || version.state === 'superseded' ? version.state : 'open'}
          size={20}
        />
        {version.version === null ? '–' : version.version}
      </Table.Th>
      <Table.Td>
        {states[version.state]}
        <span className={classes.when}>
          {version.in_force_since
            ? `since ${day(version.in_force_since)}`
            : `proposed ${day(version.proposed_at)} by ${version.proposed_by}`}
        </span>
      </Table.Td>
      <Table.Td>{version.signatures.map((signature) => signature.name).join(', ') || 'nobody'}</Table.Td>
      <Table.Td>
        <code title={version.digest}>{version.digest.slice(0, 12)}</code>
      </Table.Td>
      <Table.Td className={classes.versionActions}>
        {version.version !== null && (
          <>
            {isRead ? (
              <span className="soft">you are reading it</span>
            ) : (
              <Anchor
                renderRoot={(props) => (
                  <Link
                    to="/plan/$year"
                    params={{ year: String(view.plan.year) }}
                    search={{ version: version.version ?? undefined }}
                    {...props}
                  />
                )}
              >
                Read version {version.version}
              </Anchor>
            )}
            <ExportMenu view={view} version={version.version} />
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
