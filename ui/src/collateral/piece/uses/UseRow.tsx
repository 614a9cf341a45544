/** One use: in which deal, what the seller says of it, and what imports tell. */
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { UseLine } from '../../../api';
import { useFormats, useRemoval } from '../../../shared';
import { useForWhom } from '../../parts/useForWhom';
import { useWho } from '../../parts/useWho';
import { isRated, mannerNames, movementWords, sellerInWords } from '../../use/useWords';
import { HowItWent } from './HowItWent';
import classes from './Uses.module.css';

export function UseRow({ line: { use, movement } }: { line: UseLine }) {
  const { day } = useFormats();
  const who = useWho();
  const forWhom = useForWhom();
  const remove = useRemoval('remove_use');
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const seller = sellerInWords(use);
  const facts = [mannerNames[use.manner], day(use.used_on), who(use.person, use.said_by), forWhom(use)];
  const close = () => {
    setOpen(false);
    setTimeout(() => button.current?.focus());
  };
  return (
    <li className={classes.use}>
      <p className={classes.deal}>
        <strong>{use.deal}</strong> <span className="soft">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      {seller && !isOpen && (
        <p>
          <span className="soft">According to the seller:</span> {seller}
        </p>
      )}
      {movement && (
        <p>
          <span className="soft">According to imports:</span> {movementWords[movement]}
        </p>
      )}
      {isOpen ? (
        <HowItWent use={use} close={close} />
      ) : (
        <div className={classes.deeds}>
          <Button ref={button} variant="subtle" size="compact-md" onClick={() => setOpen(true)}>
            {isRated(use) ? 'Change' : 'Say how it went'}
            <span className="visually-hidden">: {use.deal}</span>
          </Button>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => void remove({ id: use.id }, `the use in ${use.deal}`)}
          >
            Remove
            <span className="visually-hidden"> the use in {use.deal}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
