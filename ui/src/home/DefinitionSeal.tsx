/** The seal of the definition beside the plan's: which version is in force since when, and what comes next. */
import { ButtonLink, Seal, sealOf, standingInWords, useFormats } from '../shared';
import { useDefinition } from './definition';
import classes from './Home.module.css';

export function DefinitionSeal() {
  const definition = useDefinition();
  const { day } = useFormats();
  if (definition === undefined) return null;
  const sealed = definition?.agreement.proposed ?? definition?.agreement.in_force;
  return (
    <section className={classes.definition} aria-label="Qualified lead">
      <Seal {...sealOf(sealed)} size={56} of="Qualified lead" />
      <div>
        <h2 className={classes.definitionTitle}>Qualified lead</h2>
        <p className={classes.signed}>
          {definition
            ? standingInWords(definition, day)
            : 'Not defined yet. Until it is, each side means something else by it.'}
        </p>
      </div>
      <ButtonLink to="/definition">{definition ? 'Open the definition' : 'Begin the definition'}</ButtonLink>
    </section>
  );
}
