/** The seal with the words beside it: version, and since when or what it waits for. */
import type { ReactNode } from 'react';
import classes from './AgreementSeal.module.css';
import { Seal, type SealProps, sealInWords } from './Seal';

interface AgreementSealProps extends SealProps {
  of: string;
  /** The line beside it, "Version 2, in force since 1 Apr 2027". Without it the seal's own words stand there. */
  children?: ReactNode;
}

export function AgreementSeal({ children, of, ...seal }: AgreementSealProps) {
  return (
    <span className={classes.both}>
      <Seal {...seal} />
      <span>
        <span className="visually-hidden">{of}: </span>
        {children ?? sealInWords(seal)}
      </span>
    </span>
  );
}
