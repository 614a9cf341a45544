/** Names that look like one and the same, and those that were written as one before. */
import { useAsk } from '../../api';
import { Block, keysOf, Section } from '../../shared';
import { spelt } from '../words';
import { KeptSpellings, MergedSpellings } from './MergedSpellings';
import { SpellingGroups } from './SpellingGroups';

export function SpellingsSection() {
  const answers = {
    source: useAsk('list_aliases', { field: 'source' }),
    campaign: useAsk('list_aliases', { field: 'campaign' }),
    owner: useAsk('list_aliases', { field: 'owner' }),
  };
  const all = Object.values(answers);
  const failed = all.find((answer) => answer.isError)?.error;
  const known = keysOf(answers).flatMap((field) => {
    const view = answers[field].data;
    return view && view.groups.length + view.merged.length + view.kept.length > 0 ? [{ field, view }] : [];
  });
  const isKnown = all.every((answer) => answer.data);
  const nothingToMerge = isKnown && known.every(({ view }) => view.groups.length === 0);
  return (
    <Section
      id="spellings"
      title="One name, one spelling"
      lead="“Trade show” and “trade-show” count as two until you say that they are one. Then every later file is read the same way."
    >
      {failed && (
        <p role="alert">
          {failed.message} {failed.hint}
        </p>
      )}
      {nothingToMerge && (
        <p className="soft">
          Every source, campaign and owner is written in one way. When a file brings a second spelling, it is
          offered here.
        </p>
      )}
      {known.map(({ field, view }) => (
        <Block key={field} title={spelt[field].many}>
          <SpellingGroups field={field} groups={view.groups} />
          <MergedSpellings merged={view.merged} />
          <KeptSpellings kept={view.kept} />
        </Block>
      ))}
    </Section>
  );
}
