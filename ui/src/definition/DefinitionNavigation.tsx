/** The definition of a qualified lead in the navigation, with its seal and version. */
import { IconHeartHandshake } from '@tabler/icons-react';
import { NavApart, NavAside, NavPlace, Seal, standingBriefly, standingSeal } from '../shared';
import { useDefinition } from './useDefinition';

export function DefinitionNavigation() {
  const definition = useDefinition();
  return (
    <NavApart>
      <NavPlace to="/definition">
        <Seal {...standingSeal(definition?.agreement)} size={18} />
        <span>Qualified lead</span>
        {definition && <NavAside>{standingBriefly(definition.agreement).replace('version ', 'v')}</NavAside>}
      </NavPlace>
      <NavPlace to="/promises" icon={IconHeartHandshake}>
        Promises
      </NavPlace>
    </NavApart>
  );
}
