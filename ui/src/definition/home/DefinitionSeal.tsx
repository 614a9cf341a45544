/** The seal of the definition beside the plan's: which version is in force since when, and what comes next. */
import { ButtonLink, Seal, standingInWords, standingSeal, useFormats } from '../../shared';
import { useDefinition } from '../useDefinition';
import classes from './DefinitionSeal.module.css';

export function DefinitionSeal() {
  const definition = useDefinition();
  const { day } = useFormats();
  if (definition === undefined) return null;
  return (
    <section className={classes.definition} aria-label="Qualified lead">
      <Seal {...standingSeal(definition?.agreement)} size={56} of="Qualified lead" />
      <div>
        <h2 className={classes.title}>Qualified lead</h2>
        <p className={classes.standing}>
          {definition
            ? standingInWords(definition, day)
            : 'Not defined yet. Until it is, each side means something else by it.'}
        </p>
      </div>
      <ButtonLink to="/definition">{definition ? 'Open the definition' : 'Begin the definition'}</ButtonLink>
    </section>
  );
}

/** Before the first plan: a definition that was begun may be what waits for a signature. */
export function BegunDefinition() {
  return useDefinition() && <DefinitionSeal />;
}
