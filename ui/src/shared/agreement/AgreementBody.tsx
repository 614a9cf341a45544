/** The agreement: what is missing, propose, sign on both sides, in force; and every version there ever was. */

import { Suspense } from 'react';
import { useRooms } from '../rooms';
import classes from './Agreement.module.css';
import type { Agreed } from './agreed';
import { CompareVersions } from './CompareVersions';
import { DifferenceList } from './DifferenceList';
import { MissingList } from './MissingList';
import { Proposal } from './Proposal';
import { ProposeButton } from './ProposeButton';
import { Standing } from './Standing';
import { VersionList } from './VersionList';

interface AgreementBodyProps {
  of: Agreed;
  editable: boolean;
}

export function AgreementBody({ of, editable }: AgreementBodyProps) {
  const rooms = useRooms();
  return (
    <>
      <Standing of={of} />
      {of.version === null &&
        rooms.map(
          ({ name, OfAgreed }) =>
            OfAgreed && (
              <Suspense key={name} fallback={null}>
                <OfAgreed kind={of.kind} subject={of.subject} />
              </Suspense>
            ),
        )}
      {of.version === null && <Draft of={of} editable={editable} />}
      {of.agreement.versions.length > 0 && (
        <>
          <VersionList of={of} />
          <CompareVersions of={of} />
        </>
      )}
    </>
  );
}

/** What comes next for the draft: mend, propose, sign, or nothing. */
function Draft({ of, editable }: AgreementBodyProps) {
  const { in_force: inForce, proposed, differences } = of.agreement;
  if (proposed) return <Proposal of={of} proposed={proposed} />;
  if (inForce && differences.length === 0) {
    return (
      <p className={classes.step}>
        {of.unchanged ??
          `The draft says what both sides signed. Change anything in the ${of.noun}, and it becomes the draft of the next version; what is in force stays as it is until you both sign again.`}
      </p>
    );
  }
  return (
    <div className={classes.step}>
      {inForce && (
        <DifferenceList
          title={`How the draft differs from version ${inForce.version}`}
          differences={differences}
        />
      )}
      {of.missing.length > 0 ? <MissingList of={of} /> : editable && <ProposeButton of={of} />}
    </div>
  );
}
