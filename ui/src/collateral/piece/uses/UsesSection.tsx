/** In which deals a piece was used: another one is recorded in ten seconds, and those before stand below. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { type PieceUse, useAsk } from '../../../api';
import { useFormats } from '../../../shared';
import { useFold } from '../../parts/useFold';
import { Figures } from '../../use/Figures';
import { mannerNames } from '../../use/useWords';
import { HowItWent } from './HowItWent';
import { RecordUse } from './RecordUse';
import { UseRow } from './UseRow';
import classes from './Uses.module.css';

export function UsesSection({ piece }: { piece: string }) {
  const list = useAsk('list_uses', { piece });
  const { shown, more } = useFold(list.data?.uses ?? []);
  return (
    <section aria-labelledby="piece-uses" className={classes.uses}>
      <h3 id="piece-uses">In deals</h3>
      <Recording piece={piece} known={list.data?.uses.map(({ use }) => use) ?? []} />
      {list.isError && <p role="alert">{list.error.message}</p>}
      {list.data && <Figures usage={list.data.usage} />}
      <ul className={classes.list} aria-label="Uses in deals">
        {shown.map((line) => (
          <UseRow key={line.use.id} line={line} />
        ))}
      </ul>
      {more}
      {list.data && list.data.usage.uses > list.data.uses.length && <Latest count={list.data.uses.length} />}
    </section>
  );
}

function Latest({ count }: { count: number }) {
  const { number } = useFormats();
  return <p className="soft small">The latest {number(count)} are listed.</p>;
}

type Step = 'none' | 'form' | PieceUse;

/** The button, the form, and then how it went. */
function Recording({ piece, known }: { piece: string; known: readonly PieceUse[] }) {
  const [step, setStep] = useState<Step>('none');
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setStep('none');
    setTimeout(() => button.current?.focus());
  };
  if (step === 'none') {
    return (
      <div>
        <Button ref={button} onClick={() => setStep('form')}>
          I used this in a deal
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.box}>
      {step === 'form' ? (
        <RecordUse piece={piece} done={setStep} cancel={close} />
      ) : (
        <>
          <p role="status" className={classes.deal}>
            <strong>Recorded.</strong> {mannerNames[step.manner]}, {step.deal}. How did it go?
          </p>
          {/* The list has it as it is now, with the marks that were given meanwhile. */}
          <HowItWent use={known.find(({ id }) => id === step.id) ?? step} close={close} />
        </>
      )}
    </div>
  );
}
