/** The one short form of a new workspace: the company, its year and money, and the two leaders. */
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { asCallError, inWords, tellError } from '../api';
import { type Side, SideBadge } from '../shared';
import { askShell } from '../shared/shell';
import { currencyChoices, monthChoices, usualCurrency } from './choices';
import classes from './FirstRun.module.css';

interface Leader {
  name: string;
  role: string;
}

interface FoundingForm {
  company: string;
  fiscalStart: string;
  currency: string;
  onePerson: boolean;
  sales: Leader;
  marketing: Leader;
}

const needed = (what: string) => (text: string) => (text.trim() === '' ? what : null);

export function Founding({ locale, onBack }: { locale: string; onBack: () => void }) {
  const [busy, setBusy] = useState(false);
  const form = useForm<FoundingForm>({
    mode: 'controlled',
    initialValues: {
      company: '',
      fiscalStart: '1',
      currency: usualCurrency(locale),
      onePerson: false,
      sales: { name: '', role: 'Head of Sales' },
      marketing: { name: '', role: 'Head of Marketing' },
    },
    validate: {
      company: needed('The company needs a name.'),
      sales: {
        name: (name, all) => needed(all.onePerson ? 'Who does both jobs?' : 'Who leads sales?')(name),
      },
      marketing: { name: (name, all) => (all.onePerson ? null : needed('Who leads marketing?')(name)) },
    },
  });

  const found = form.onSubmit(async (values) => {
    const leader = (side: Side, { name, role }: Leader) => ({ name: name.trim(), role: role.trim(), side });
    setBusy(true);
    try {
      await askShell('new_workspace', {
        founding: {
          company: values.company.trim(),
          fiscal_start: Number(values.fiscalStart),
          currency: values.currency,
          language: locale,
          one_person_does_both: values.onePerson,
          people: values.onePerson
            ? [leader('sales', values.sales)]
            : [leader('sales', values.sales), leader('marketing', values.marketing)],
        },
      });
    } catch (thrown) {
      const error = asCallError(thrown);
      if (error.field === 'company' || error.field === 'name') form.setFieldError('company', inWords(error));
      else if (error.field === 'currency') form.setFieldError('currency', inWords(error));
      else tellError(error);
    } finally {
      setBusy(false);
    }
  });

  const leader = (side: 'sales' | 'marketing') => (
    <fieldset className={classes.leader}>
      <legend>{form.values.onePerson ? 'The person who does both jobs' : <SideBadge side={side} />}</legend>
      <div className={classes.row}>
        <TextInput label="Name" autoComplete="off" {...form.getInputProps(`${side}.name`)} />
        <TextInput label="Role" autoComplete="off" {...form.getInputProps(`${side}.role`)} />
      </div>
    </fieldset>
  );

  return (
    <form className={classes.form} onSubmit={found} noValidate aria-label="Start your workspace">
      <TextInput
        label="Company"
        data-autofocus
        autoFocus
        autoComplete="organization"
        {...form.getInputProps('company')}
      />
      <div className={classes.row}>
        <Select
          label="The fiscal year starts in"
          data={monthChoices}
          {...form.getInputProps('fiscalStart')}
        />
        <Select label="Currency" data={currencyChoices()} searchable {...form.getInputProps('currency')} />
      </div>
      <Checkbox
        label="One person does both jobs"
        description="They sign for both sides, and the plan says so openly."
        {...form.getInputProps('onePerson', { type: 'checkbox' })}
      />
      {leader('sales')}
      {!form.values.onePerson && leader('marketing')}
      <p className={classes.note}>More people, and everything above, can be added or changed later.</p>
      <div className={classes.buttons}>
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
        <Button type="submit" variant="filled" loading={busy}>
          Choose where to keep it…
        </Button>
      </div>
    </form>
  );
}
