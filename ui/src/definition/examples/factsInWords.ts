/** What is known of a worked example, in a line. */
import type { DefinitionView, OfferedField } from '../../api';
import { allCriteria, askedFields, type Fact, type Facts } from '../trial/facts';

/** Returns the facts as people would say them: "Company: Acme, Employees: 120". */
export function factsInWords(
  view: DefinitionView,
  offered: readonly OfferedField[],
  facts: Facts,
  day: (iso: string) => string,
): string {
  const fields = askedFields(allCriteria(view), offered, Object.keys(facts));
  const said = fields.flatMap(({ field, label, kind }) => {
    const fact = facts[field];
    return fact === undefined ? [] : [`${label}: ${inWords(fact, kind === 'days', day)}`];
  });
  return said.length === 0 ? 'Nothing is known of it.' : said.join(', ');
}

function inWords(fact: Fact, isDay: boolean, day: (iso: string) => string): string {
  if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
  return isDay ? day(String(fact)) : String(fact);
}
