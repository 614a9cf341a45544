/** The answer in one line, which stays in sight while the inputs are changed below it. */
import type { FunnelView } from '../../api';
import { useFormats } from '../../shared';
import { roundUp } from '../parts/roundUp';
import classes from './FunnelAnswer.module.css';

const shown = [
  { key: 'mql', label: 'MQL' },
  { key: 'sal', label: 'accepted' },
  { key: 'sql', label: 'SQL' },
  { key: 'opportunities', label: 'opportunities' },
  { key: 'deals', label: 'deals' },
];

export function FunnelAnswer({ funnel }: { funnel: FunnelView }) {
  const { number } = useFormats();
  const stage = (key: string) => funnel.stages.find((known) => known.key === key);
  const because = shown.map(({ key }) => stage(key)?.year.because).findLast((reason) => reason != null);
  return (
    <div className={classes.answer}>
      <ol className={classes.stages}>
        {shown.map(({ key, label }) => {
          const value = stage(key)?.year.value ?? null;
          return (
            <li key={key}>
              <span className={classes.figure}>{value === null ? '–' : number(roundUp(value))}</span> {label}
            </li>
          );
        })}
      </ol>
      {because && <p className={classes.because}>Not known yet: {because}.</p>}
    </div>
  );
}
