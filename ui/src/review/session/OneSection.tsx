/** The section of a review on the stage. */
import type { AgendaSection } from '../../api';
import { GoalsSection } from '../goals/GoalsSection';
import { LastTimeSection } from '../lastTime/LastTimeSection';
import { ActionsSection } from '../minutes/ActionsSection';
import { DecisionsSection } from '../minutes/DecisionsSection';
import { ParkedSection } from '../minutes/ParkedSection';
import { addressOfPart, type SectionProps } from '../sections';
import { SidesSection } from '../sides/SidesSection';
import { PartSection } from '../worksheet/PartSection';
import { partsOf } from './stops';

export function OneSection({ section, ...props }: SectionProps & { section: AgendaSection }) {
  if (section === 'goals') return <GoalsSection {...props} />;
  if (section === 'last_time') return <LastTimeSection {...props} />;
  if (section === 'sides') return <SidesSection {...props} />;
  if (section === 'outcomes')
    return (
      <>
        <DecisionsSection {...props} />
        <ActionsSection {...props} />
        <ParkedSection {...props} />
      </>
    );
  return props.view.worksheet.parts
    .filter((part) => part.section === partsOf[section])
    .map((part) => <PartSection key={addressOfPart(part)} part={part} days={props.view.worksheet.days} />);
}
