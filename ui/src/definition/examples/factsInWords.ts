/** What is known of a worked example, in a line. */
import type { DefinitionView } from '../../api';
import { allCriteria, askedFields, type Facts } from '../trial/facts';

/** Returns the facts as people would say them: "Company: Acme, Employees: 120". */
export function factsInWords(view: DefinitionView, facts: Facts): string {
  const fields = askedFields(allCriteria(view), [], Object.keys(facts));
  const said = fields.flatMap(({ field, label }) => {
    const fact = facts[field];
    if (fact === undefined) return [];
    return [`${label}: ${typeof fact === 'boolean' ? (fact ? 'yes' : 'no') : fact}`];
  });
  return said.length === 0 ? 'Nothing is known of it.' : said.join(', ');
}
