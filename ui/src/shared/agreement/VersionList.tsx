/** Every version: where it stands, who signed, and the way to read it or take it along. */
import { Table } from '@mantine/core';
import type { Version } from '../../api';
import { useFormats } from '../formats/FormatsProvider';
import { WideTable } from '../parts/WideTable';
import { Seal } from '../seal/Seal';
import { sealOf } from '../seal/sealOf';
import classes from './Agreement.module.css';
import type { Agreed } from './agreed';

const states: Record<Version['state'], string> = {
  proposed: 'Proposed',
  in_force: 'In force',
  superseded: 'Superseded',
  withdrawn: 'Withdrawn',
};

export function VersionList({ of }: { of: Agreed }) {
  return (
    <div className={classes.block}>
      <h3 className={classes.subtitle}>Versions</h3>
      <WideTable minWidth={560}>
        <Table>
          <caption className="visually-hidden">Versions of {of.title}</caption>
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
            {of.agreement.versions.map((version) => (
              <VersionRow key={version.agreement} version={version} of={of} />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </div>
  );
}

function VersionRow({ version, of }: { version: Version; of: Agreed }) {
  const { day } = useFormats();
  const isRead = of.version !== null && version.version === of.version;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.versionHead}>
        <Seal {...sealOf(version)} size={20} />
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
              of.link(version.version, `Read version ${version.version}`)
            )}
            {of.exportMenu(version.version)}
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
