/** How we know: read in one glance, changed in a small window. */
import { Popover, UnstyledButton } from '@mantine/core';
import type { Insight } from '../../api';
import { AreaField, DayField, OptionalSelectField, useFormats } from '../../shared';
import { evidenceNames, evidenceOptions } from '../words';
import classes from './Insights.module.css';

interface EvidenceFieldProps {
  line: Insight;
  editable: boolean;
  edit: (change: Partial<Insight>) => Promise<unknown>;
}

export function EvidenceField({ line, editable, edit }: EvidenceFieldProps) {
  const { day } = useFormats();
  const words = evidenceInWords(line, day);
  if (!editable) return words && <p className={classes.evidence}>{words}</p>;
  return (
    <Popover position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <UnstyledButton className={classes.evidence} data-known={words !== null}>
          {words ?? 'How do we know?'}
          <span className="visually-hidden"> Evidence for {line.text || 'this insight'}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="How we know">
        <div className={classes.fields}>
          <OptionalSelectField
            inPopover
            label="How we know"
            placeholder="We think so"
            value={line.evidence}
            options={evidenceOptions}
            save={(evidence) => edit({ evidence })}
          />
          <DayField
            inPopover
            label="Learned on"
            value={line.evidence_on}
            save={(evidence_on) => edit({ evidence_on: evidence_on ?? null })}
          />
          <AreaField
            label="Note"
            placeholder="Who said it, or where it is written down"
            value={line.evidence_note}
            save={(evidence_note) => edit({ evidence_note })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Returns how we know in words: "Interview, 4 Mar 2027: the CFO of St Anne"; null where nothing says so. */
export function evidenceInWords(
  line: Pick<Insight, 'evidence' | 'evidence_on' | 'evidence_note'>,
  day: (day: string) => string,
): string | null {
  const what = [line.evidence && evidenceNames[line.evidence], line.evidence_on && day(line.evidence_on)];
  const told = [what.filter(Boolean).join(', '), line.evidence_note.trim()].filter(Boolean);
  return told.length > 0 ? told.join(': ') : null;
}
