/** The definition, as the parts of an agreement take it. */
import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DefinitionView } from '../../api';
import type { Agreed } from '../../shared';
import { DefinitionExport } from './DefinitionExport';

export function agreedDefinition(view: DefinitionView): Agreed {
  return {
    kind: 'definition',
    subject: view.definition.id,
    title: 'Qualified lead',
    noun: 'definition',
    agreement: view.agreement,
    version: view.version,
    onePersonDoesBoth: view.company.one_person_does_both,
    missing: view.missing.map(({ part, line, message }) => ({ section: part, line, message })),
    link: (version, words) => (
      <Anchor
        renderRoot={(props) => (
          <Link to="/definition" search={version === null ? {} : { version }} {...props} />
        )}
      >
        {words}
      </Anchor>
    ),
    exportMenu: (version) => <DefinitionExport version={version} />,
  };
}
