/** Records that a piece was used in a deal: which, how, with whom, when. */
import { useRef, useState } from 'react';
import { leaveAnd, type PieceUse, type UseManner, useAct, useAsk } from '../../../api';
import { DayInput, DaysWithin, keysOf, useDraft, useFormats } from '../../../shared';
import { Choice } from '../../parts/Choice';
import { ForWhom, type Whom } from '../../parts/ForWhom';
import { SmallForm } from '../../parts/SmallForm';
import { useRefused } from '../../parts/useRefused';
import { yearUntil } from '../../parts/years';
import { mannerNames } from '../../use/useWords';
import { type Deal, DealField } from './DealField';
import classes from './Uses.module.css';

interface RecordUseProps {
  piece: string;
  done: (use: PieceUse) => void;
  cancel: () => void;
}

/** The one of a list that has no other. */
const only = (ids: readonly string[] | undefined) => (ids?.length === 1 ? ids[0] : undefined);

const noDeal: Deal = { text: '', choice: null };
const manners = keysOf(mannerNames).map((value) => ({ value, label: mannerNames[value] }));

export function RecordUse({ piece, done, cancel }: RecordUseProps) {
  const record = useAct('record_use');
  const refused = useRefused(['deal', 'used_on']);
  const today = useFormats().today();
  const own = useAsk('open_piece', { id: piece }).data?.piece;
  const [deal, setDeal] = useState<Deal>(noDeal);
  const [manner, setManner] = useState<UseManner>('sent');
  const [whom, setWhom] = useState<Whom>({});
  const [day, setDay] = useState<string | null>(today);
  const unreadable = useRef(false);
  useDraft('The use in a deal', deal.text.trim() !== '', () => setDeal(noDeal));
  const chooseDeal = (next: Deal) => {
    setDeal(next);
    const { choice } = next;
    // What is known is a beginning, and can be chosen otherwise: for whom a piece is made says more than whose the deal is.
    if (choice && choice.opportunity !== deal.choice?.opportunity)
      setWhom({
        persona: whom.persona ?? only(own?.personas) ?? choice.persona ?? undefined,
        phase: choice.phase ?? whom.phase ?? only(own?.phases),
      });
  };
  const submit = async () => {
    if (unreadable.current) return;
    await refused.attempt(async () => {
      const use = await record.attempt({
        piece,
        // An imported one has its name from there.
        ...(deal.choice ? { opportunity: deal.choice.opportunity } : { deal: deal.text }),
        ...whom,
        manner,
        ...(day ? { used_on: day } : {}),
      });
      done(use);
    });
  };
  return (
    <SmallForm
      deed="Record"
      submit={submit}
      isRunning={record.isRunning}
      error={refused.elsewhere}
      cancel={() => leaveAnd(cancel)}
    >
      <DealField deal={deal} choose={chooseDeal} error={refused.at('deal')} />
      <Choice label="How" value={manner} options={manners} choose={setManner} />
      <div className={classes.fields}>
        <ForWhom whom={whom} choose={setWhom} />
        <DaysWithin value={yearUntil(today)}>
          <DayInput
            label="Day"
            value={day}
            onChange={setDay}
            maxDate={today}
            onUnreadable={(is) => {
              unreadable.current = is;
            }}
            error={refused.at('used_on')}
          />
        </DaysWithin>
      </div>
    </SmallForm>
  );
}
