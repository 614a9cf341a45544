/** The agreement: what is missing, propose, sign on both sides, in force; and every version there ever was. */
import type { PlanView } from '../../api';
import { Section } from '../../shared';
import classes from './Agreement.module.css';
import { CompareVersions } from './CompareVersions';
import { DifferenceList } from './DifferenceList';
import { MissingList } from './MissingList';
import { Proposal } from './Proposal';
import { ProposeButton } from './ProposeButton';
import { Standing } from './Standing';
import { VersionList } from './VersionList';

interface AgreementSectionProps {
  view: PlanView;
  editable: boolean;
}

export function AgreementSection({ view, editable }: AgreementSectionProps) {
  return (
    <Section
      id="agreement"
      title="Agreement"
      lead="Proposed together, signed by one person of each side, and from then on in force until you both sign the next version."
    >
      <Standing view={view} />
      {view.version === null && <Draft view={view} editable={editable} />}
      {view.agreement.versions.length > 0 && (
        <>
          <VersionList view={view} />
          <CompareVersions view={view} />
        </>
      )}
    </Section>
  );
}

/** What comes next for the draft: mend, propose, sign, or nothing. */
function Draft({ view, editable }: AgreementSectionProps) {
  const { in_force: inForce, proposed, differences } = view.agreement;
  if (proposed) return <Proposal view={view} proposed={proposed} />;
  if (inForce && differences.length === 0) {
    return (
      <p className={classes.step}>
        The draft says what both sides signed. Change anything in the plan, and it becomes the draft of the
        next version; what is in force stays as it is until you both sign again.
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
      {view.missing.length > 0 ? <MissingList view={view} /> : editable && <ProposeButton view={view} />}
    </div>
  );
}
