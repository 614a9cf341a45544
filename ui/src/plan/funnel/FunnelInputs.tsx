/** The inputs of the funnel maths: last year beside ours, and why ours differs. */

import type { Funnel, FunnelInput } from '../../api';
import { Block } from '../../shared';
import { FunnelInputRow } from './FunnelInputRow';
import classes from './FunnelInputs.module.css';

export interface FunnelInputsProps {
  inputs: readonly FunnelInput[];
  editable: boolean;
  edit: (change: Partial<Funnel>) => Promise<unknown>;
  /** Shows what a change would mean, without saving it; null ends it. */
  tryOut: (change: Partial<Funnel> | null) => void;
}

export function FunnelInputs({ inputs, ...rest }: FunnelInputsProps) {
  return (
    <Block
      title="What we count on"
      lead="Last year’s numbers come from the look back. Where ours differ, write down why: in a year, that sentence is worth more than the number."
    >
      <div className={classes.heads} aria-hidden>
        <span />
        <span>Last year</span>
        <span>Ours</span>
        <span>Why</span>
      </div>
      {inputs.map((input) => (
        <FunnelInputRow key={input.key} input={input} {...rest} />
      ))}
    </Block>
  );
}
