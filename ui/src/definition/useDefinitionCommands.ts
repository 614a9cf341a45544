/** The definition's part of the command palette: every section of the page. */
import type { DefinitionView } from '../api';
import { scrollThere, useUiCommands } from '../shared';
import { exportDefinition } from './agreement/exportDefinition';
import { placesOf, placeTitles } from './words';

export function useDefinitionCommands(view: DefinitionView | null) {
  const places = view ? placesOf(view) : [];
  useUiCommands([
    ...places.map((place) => ({
      id: `section-${place}`,
      name: `Go to ${placeTitles[place]}`,
      group: 'Qualified lead',
      words: 'section definition',
      run: () => scrollThere(place),
    })),
    ...(view
      ? [
          {
            id: 'export-definition',
            name: 'Save the page for the wall…',
            group: 'Qualified lead',
            words: 'print pdf export definition',
            run: () => void exportDefinition(view.version, 'pdf'),
          },
        ]
      : []),
  ]);
}
