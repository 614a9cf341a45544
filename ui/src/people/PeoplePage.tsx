/** People and settings: who takes part, how the company counts, and what keeps the file safe. */
import { Page } from '../shared';
import { Backups } from '../workspace/Backups';
import { CompanySettings } from '../workspace/CompanySettings';
import { FileCheck } from '../workspace/FileCheck';
import { PeopleSection } from './PeopleSection';

export function PeoplePage() {
  return (
    <Page
      title="People and settings"
      lead="Who takes part, how the company counts its year and its money, and what keeps this file safe."
    >
      <PeopleSection />
      <CompanySettings />
      <Backups />
      <FileCheck />
    </Page>
  );
}
