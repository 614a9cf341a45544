/** What narrows the ledger down. */
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { LeadOrder } from '../../api';
import { keyIn, reasonNames, useTypedSearch, verdictNames } from '../../shared';
import { PeriodField } from '../parts/PeriodField';
import type { LedgerPlace } from '../places';
import { decisionNames, stageNames } from '../words';
import classes from './Ledger.module.css';
import { useChoices } from './useChoices';

const orderNames: Record<LeadOrder, string> = {
  latest: 'Latest first',
  earliest: 'Earliest first',
  name: 'By name',
  source: 'By source',
  owner: 'By owner',
  company: 'By company',
  campaign: 'By campaign',
  stage: 'By stage',
  value: 'By value',
};

/** Stands for leads that have none; no source is called so. */
const none = '\u0000';

interface FiltersProps {
  place: LedgerPlace;
  go: (place: LedgerPlace) => void;
}

/** What is asked for now and then; it is shown once it is used or asked for. */
const seldom = [
  'campaign',
  'reason',
  'import',
  'sort',
  'lost_or_ignored',
] as const satisfies readonly (keyof LedgerPlace)[];

export function Filters({ place, go }: FiltersProps) {
  const choices = useChoices();
  const isUsed = seldom.some((key) => place[key] !== undefined);
  const [more, setMore] = useState(isUsed);
  // Once used they stay, or clearing one would take its field away.
  if (isUsed && !more) setMore(true);
  const change = (part: Partial<LedgerPlace>) => go({ ...place, lead: undefined, ...part });
  return (
    <search className={classes.filters} aria-label="Which leads">
      <SearchField text={place.text ?? ''} search={(text) => change({ text: text || undefined })} />
      <Choice
        label="Source"
        value={place.source}
        names={choices.sources}
        without="Without a source"
        choose={(source) => change({ source })}
      />
      <TermChoice
        label="Stage"
        clear="Any stage"
        value={place.stage}
        terms={options(stageNames)}
        choose={(stage) => change({ stage })}
      />
      <TermChoice
        label="Verdict"
        clear="Any verdict"
        value={place.verdict}
        terms={options(verdictNames)}
        choose={(verdict) => change({ verdict })}
      />
      <TermChoice
        label="Sales said"
        any="Anything"
        clear="Whatever sales said"
        value={place.accepted}
        terms={options(decisionNames)}
        choose={(accepted) => change({ accepted })}
      />
      <Choice
        label="Owner"
        value={place.owner}
        names={choices.owners}
        without="Without an owner"
        choose={(owner) => change({ owner })}
      />
      <PeriodField label="Came in" period={place} choose={({ from, to }) => change({ from, to })} />
      {more && <SeldomFilters place={place} change={change} choices={choices} />}
      {!isUsed && (
        <Button variant="subtle" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? 'Fewer filters' : 'More filters'}
        </Button>
      )}
    </search>
  );
}

interface SeldomProps {
  place: LedgerPlace;
  change: (part: Partial<LedgerPlace>) => void;
  choices: ReturnType<typeof useChoices>;
}

function SeldomFilters({ place, change, choices }: SeldomProps) {
  return (
    <>
      <Choice
        label="Campaign"
        value={place.campaign}
        names={choices.campaigns}
        without="Without a campaign"
        choose={(campaign) => change({ campaign })}
      />
      <TermChoice
        label="Reason"
        clear="Any reason"
        value={place.reason}
        terms={withChosen(choices.reasons, place.reason, reasonNames)}
        choose={(reason) => change({ reason })}
      />
      <Select
        label="From the file"
        placeholder="Any"
        clearable
        clearButtonProps={{ 'aria-label': 'From any file' }}
        value={place.import ?? null}
        data={choices.imports}
        onChange={(chosen) => change({ import: chosen ?? undefined })}
      />
      <Select
        label="Order"
        value={place.sort ?? 'latest'}
        data={options(orderNames)}
        onChange={(sort) =>
          change({
            sort: sort === 'latest' ? undefined : (keyIn(orderNames, sort) ?? undefined),
            reverse: undefined,
          })
        }
      />
      <Checkbox
        label="Lost or ignored only"
        className={classes.tick}
        checked={place.lost_or_ignored ?? false}
        onChange={(event) => change({ lost_or_ignored: event.currentTarget.checked || undefined })}
      />
    </>
  );
}

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** A list without what is chosen would show nothing chosen. */
function withChosen(
  offered: { value: string; label: string }[],
  chosen: string | undefined,
  nameOf: Record<string, string>,
) {
  if (chosen === undefined || offered.some(({ value }) => value === chosen)) return offered;
  return [...offered, { value: chosen, label: nameOf[chosen] ?? chosen }];
}

export function SearchField({ text, search }: { text: string; search: (text: string) => void }) {
  const [typed, type] = useTypedSearch(text, search, 250);
  return (
    <TextInput
      label="Search"
      placeholder="Name, company or e-mail"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

interface TermChoiceProps<T extends string> {
  label: string;
  /** What stands there while nothing is chosen. */
  any?: string;
  /** What clearing it means, for those who only hear the button. */
  clear: string;
  value: T | undefined;
  terms: readonly { value: string; label: string }[];
  choose: (value: T | undefined) => void;
}

/** One of our terms, or any. */
function TermChoice<T extends string>({
  label,
  any = 'Any',
  clear,
  value,
  terms,
  choose,
}: TermChoiceProps<T>) {
  return (
    <Select
      label={label}
      placeholder={any}
      clearable
      clearButtonProps={{ 'aria-label': clear }}
      value={value ?? null}
      data={[...terms]}
      onChange={(chosen) => choose((chosen as T | null) ?? undefined)}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  names: readonly string[];
  without: string;
  choose: (value: string | undefined) => void;
}

/** A name that leads have, or none at all. */
function Choice({ label, value, names, without, choose }: ChoiceProps) {
  return (
    <Select
      label={label}
      placeholder="Any"
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Any ${label.toLowerCase()}` }}
      limit={200}
      value={value === undefined ? null : value || none}
      data={[
        { value: none, label: without },
        ...withChosen(
          names.map((name) => ({ value: name, label: name })),
          value || undefined,
          {},
        ),
      ]}
      onChange={(chosen) => choose(chosen === null ? undefined : chosen === none ? '' : chosen)}
    />
  );
}
