/** How the company counts: its year, its money, its way of writing, and whether one person does both jobs. */
import { type Output, useAct, useAsk } from '../api';
import { Section, SelectField, SwitchField, TextField } from '../shared';
import { monthChoices, weekDayChoices } from './choices';
import classes from './Settings.module.css';

type Company = Output<'show_company'>['company'];

export function CompanySettings() {
  const view = useAsk('show_company', {});
  const edit = useAct('edit_company');
  if (!view.data) return null;
  const { company, languages, currencies, time_zones } = view.data;
  const save = (change: Partial<Company>) => edit.attempt({ change });
  return (
    <Section id="company" title="Company">
      <div className={classes.grid}>
        <TextField label="Name" needed value={company.name} save={(name) => save({ name })} />
        <SelectField
          label="The fiscal year starts in"
          description="A year is named by the calendar year in which it ends."
          value={String(company.fiscal_start)}
          options={monthChoices}
          save={(month) => save({ fiscal_start: Number(month) })}
        />
        <SelectField
          label="Currency"
          searchable
          value={company.currency}
          options={currencies}
          save={(currency) => save({ currency })}
        />
        <SelectField
          label="Dates and numbers are written in"
          searchable
          value={company.language}
          options={languages}
          save={(language) => save({ language })}
        />
        <SelectField
          label="Time zone"
          description="A day begins and ends by its clock: today, the days of signatures, the times in your exports."
          searchable
          value={company.time_zone}
          options={time_zones.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          save={(time_zone) => save({ time_zone })}
        />
        <SelectField
          label="A week starts on"
          value={String(company.week_start)}
          options={weekDayChoices}
          save={(day) => save({ week_start: Number(day) })}
        />
      </div>
      <div className={classes.switch}>
        <SwitchField
          label="One person does both jobs"
          description="That person signs for both sides. Every document then says so."
          value={company.one_person_does_both}
          save={(one_person_does_both) => save({ one_person_does_both })}
        />
      </div>
    </Section>
  );
}
