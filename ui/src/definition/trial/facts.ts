/** What is known of a lead that somebody types in: which fields are asked, and how a text becomes a fact. */
import type { CriterionView, DefinitionView, FieldName, OfferedField, Test } from '../../api';

export type Fact = string | number | boolean;
export type Facts = Record<FieldName, Fact>;
export type FactKind = 'words' | 'numbers' | 'days' | 'yes_no';

/** A field of which something can be said. */
export interface AskedField {
  field: FieldName;
  label: string;
  kind: FactKind;
  /** The words that stand there most often. */
  values: readonly string[];
}

const kindOfTest: Partial<Record<Test, FactKind>> = {
  at_least: 'numbers',
  at_most: 'numbers',
  between: 'numbers',
  within_days: 'days',
  yes: 'yes_no',
  no: 'yes_no',
};

/** Returns all criteria of a page, in their order. */
export function allCriteria(view: DefinitionView): CriterionView[] {
  return [...view.questions.flatMap((question) => question.criteria), ...view.non_leads];
}

/** Returns the fields that a definition asks for, each once, and behind them those named besides. */
export function askedFields(
  criteria: readonly CriterionView[],
  offered: readonly OfferedField[],
  besides: readonly FieldName[],
): AskedField[] {
  const asked = criteria.filter(({ criterion }) => criterion.field !== '');
  const names = [...new Set([...asked.map(({ criterion }) => criterion.field), ...besides])];
  return names.map((field) => {
    const known = offered.find((one) => one.field === field);
    const tests = asked.filter(({ criterion }) => criterion.field === field);
    return {
      field,
      label: known?.label ?? tests[0]?.label ?? field.replace(/^attribute:/, ''),
      kind: kindOf(
        known,
        tests.map(({ criterion }) => criterion.test),
      ),
      values: known?.values.map((one) => one.value) ?? [],
    };
  });
}

/** What stands in the leads says of which kind a fact is; where none has it yet, what is asked says so. */
function kindOf(known: OfferedField | undefined, tests: readonly Test[]): FactKind {
  switch (known?.kind) {
    case 'words':
    case 'numbers':
    case 'days':
    case 'yes_no':
      return known.kind;
    default:
      return tests.map((test) => kindOfTest[test]).find((kind) => kind !== undefined) ?? 'words';
  }
}

/** Returns facts with one said, or with nothing known of it when it is null. */
export function withFact(facts: Facts, field: FieldName, fact: Fact | null): Facts {
  const { [field]: _, ...others } = facts;
  return fact === null || fact === '' ? others : { ...others, [field]: fact };
}

/** Whether days are counted from the day on which the lead came in. */
export function countsDays(criteria: readonly CriterionView[]): boolean {
  return criteria.some(({ criterion }) => criterion.test === 'within_days');
}

/** The field from which days are counted. */
export const cameIn: FieldName = 'created_on';

/** Returns a name for a lead from what is known of it; empty when nothing names it. */
export function nameOf(facts: Facts): string {
  return ['company', 'name', 'title', 'email']
    .flatMap((field) => (facts[field] === undefined ? [] : [String(facts[field])]))
    .slice(0, 2)
    .join(', ');
}
