/** A number of days that both sides settled, in the sentence that says what it is for; changed in place. */
import { type CollateralSettings, useAct } from '../../api';
import { CountField } from '../../shared';
import classes from './Parts.module.css';

interface DaysSettingProps {
  field: Exclude<keyof CollateralSettings, 'id'>;
  days: number;
  /** The field by itself, for those who only hear it. */
  label: string;
  before: string;
  after: string;
}

export function DaysSetting({ field, days, label, before, after }: DaysSettingProps) {
  const edit = useAct('edit_collateral_settings');
  return (
    <div className={classes.setting}>
      <span>{before}</span>
      <CountField
        className={classes.days}
        label={label}
        hideLabel
        needed
        value={days}
        save={(value) => edit.attempt({ id: 'collateral', change: { [field]: value } })}
      />
      <span>{after}</span>
    </div>
  );
}
