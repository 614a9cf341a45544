/** How the history calls a field: as the page calls it. What it held comes from the core in words. */
import { yearFields } from '../plan/look-back/yearFields';

/** What fields are called that are not called by their own words, by the names of table and field in the file. */
const called: Record<string, Record<string, string>> = {
  company: {
    fiscal_start: 'The fiscal year starts in',
    language: 'Dates and numbers are written in',
    week_start: 'A week starts on',
    time_zone: 'Time zone',
  },
  person: { has_left: 'Has left the company' },
  plan: {
    positioning: 'Positioning line',
    budget: 'Budget for the year',
    sales_ready: 'Sales is ready to reveal',
    marketing_ready: 'Marketing is ready to reveal',
    revealed_at: 'Revealed',
  },
  look_back: {
    ...Object.fromEntries(yearFields.map(({ key, label }) => [key, label])),
    sourced_revenue: 'Revenue sourced by marketing',
    shape: 'How the year’s deals spread over the months',
    source: 'Where these numbers come from',
  },
  yardstick: { unit: 'Counted in', direction: 'Better is' },
  segment: { name: 'Segment', why: 'Why this one' },
  target_account: { name: 'Account', why: 'Why this one' },
  not_doing: { name: 'We leave', why: 'Because' },
  goal: {
    metric: 'What is measured',
    unit: 'Counted in',
    formula: 'Formula in words',
    adds_up: 'The months add up to the year',
    about_customer: 'It is about the customer, not about us',
    direction: 'Better is',
    baseline: 'Where we stand',
    sales_owner: 'Sales answers',
    marketing_owner: 'Marketing answers',
    split_into: 'Split over',
    split_by: 'How it is split',
    by_hand: 'Split by hand',
    tracked_how: 'How we follow it',
    tracked_every: 'How often',
  },
  funnel: {
    renewals: 'Renewals in the revenue goal',
    sql_to_opportunity: 'SQL → opportunity',
    sal_to_sql: 'SAL → SQL',
    mql_to_sal: 'MQL → SAL',
    sourced_share: 'Sourced by marketing',
    cycle_days: 'Sales cycle',
    spread: 'How the year’s deals spread over the months',
    by_hand: 'Spread by hand',
  },
  initiative: {
    starts: 'First day',
    ends: 'Last day',
    goal: 'Goal that it serves',
    expected_leads: 'Expected accepted leads',
  },
  duty: {
    name: 'What both sides touch',
    sales_owner: 'Owner in Sales',
    marketing_owner: 'Owner in Marketing',
    sales_does: 'What Sales does',
    marketing_does: 'What Marketing does',
  },
  risk: { response: 'What we do then, or how we will notice', owner: 'Who watches' },
  parked_item: { name: 'Parked thought' },
  decision: { name: 'Decision' },
  todo: { name: 'Action', owner: 'Who does it', due: 'Until when', done_on: 'Done' },
  definition: {
    sentence: 'The sentence above all',
    threshold: 'Points a lead needs',
    holidays: 'Days on which nobody works',
  },
  criterion: {
    role: 'What it is for',
    test: 'What is asked',
    low: 'Lowest',
    high: 'Highest',
  },
  lead: {
    source: 'Lead source',
    created_on: 'Came in',
    handed_over_on: 'Handed over',
    first_touch_on: 'First touched',
    accepted: 'Sales said',
    decided_on: 'Decided',
    wake_up_on: 'Look at it again on',
    external_id: 'Number in the CRM',
  },
};

/** Abbreviations that stand in capitals wherever they stand. */
const abbreviations = /\b(mql|sal|sql|crm)\b/gi;

/** Returns what a field is called: on the page, or else by its own words, "sales_owner" as "Sales owner". */
export function fieldInWords(table: string, field: string): string {
  const known = called[table]?.[field];
  if (known) return known;
  const about = field.endsWith('_why') ? called[table]?.[field.slice(0, -4)] : undefined;
  if (about) return `Why: ${about}`;
  const words = field.replaceAll('_', ' ');
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(abbreviations, (short) =>
    short.toUpperCase(),
  );
}
