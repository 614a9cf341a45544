/** One insight: the words, and below them how we know. */
import type { ReactNode } from 'react';
import type { Insight } from '../../api';
import { AreaField } from '../../shared';
import { EvidenceField } from './EvidenceField';
import classes from './Insights.module.css';

interface InsightLineProps {
  line: Insight;
  label: string;
  tools: ReactNode;
  editable: boolean;
  edit: (change: Partial<Insight>) => Promise<unknown>;
}

export function InsightLine({ line, label, tools, editable, edit }: InsightLineProps) {
  return (
    <div className={classes.line} id={line.id}>
      {editable ? (
        <AreaField
          quiet
          hideLabel
          oneLine
          className={classes.text}
          label={label}
          value={line.text}
          save={(text) => edit({ text })}
        />
      ) : (
        <p className={classes.said}>{line.text}</p>
      )}
      {tools}
      <EvidenceField line={line} editable={editable} edit={edit} />
    </div>
  );
}
