/** For which persona, and in which buying phase: two fields of a form. */
import { useAsk } from '../../api';
import { BuyerChoice } from './BuyerChoice';

export interface Whom {
  persona?: string;
  phase?: string;
}

export function ForWhom({ whom, choose }: { whom: Whom; choose: (whom: Whom) => void }) {
  const cycle = useAsk('open_buying_cycle', {}).data;
  return (
    <>
      <BuyerChoice
        label="Persona"
        placeholder="any"
        clearing="Clear the persona"
        options={cycle?.personas}
        value={whom.persona}
        choose={(persona) => choose({ ...whom, persona })}
      />
      <BuyerChoice
        label="Buying phase"
        placeholder="any"
        clearing="Clear the buying phase"
        options={cycle?.phases}
        value={whom.phase}
        choose={(phase) => choose({ ...whom, phase })}
      />
    </>
  );
}
