/** Two sums side by side: the leads we expect against those the maths asks, the money given out against the budget. */
import type { ReactNode } from 'react';
import { type PlanView, useAct } from '../../api';
import { Money, MoneyField, Num } from '../../shared';
import classes from './Initiatives.module.css';

export function Sums({ view, editable }: { view: PlanView; editable: boolean }) {
  const edit = useAct('edit_plan');
  const { expected_leads: leads, asked_leads: asked, budget, budget_left: left } = view.initiatives;
  const total = view.plan.budget;
  return (
    <div className={classes.sums}>
      <Sum
        title="Expected accepted leads"
        have={<Num value={leads} />}
        of={
          asked.value !== null && (
            <>
              the maths asks <Num value={Math.ceil(asked.value)} />
            </>
          )
        }
        share={asked.value ? leads / asked.value : null}
        state={asked.value !== null && leads < asked.value ? '▲ not covered yet' : null}
      >
        {asked.value === null && (
          <p className={classes.unknown}>What the maths asks {asked.because ?? 'is not known yet'}.</p>
        )}
      </Sum>
      <Sum
        title="Budget of the initiatives"
        have={<Money value={budget} />}
        of={
          left !== null && left < 0 ? (
            <>
              <Money value={-left} /> over
            </>
          ) : (
            left !== null && (
              <>
                <Money value={left} /> left
              </>
            )
          )
        }
        share={total ? budget / total : null}
        state={left !== null && left < 0 ? '▲ more than the budget allows' : null}
      >
        <MoneyField
          label="Budget for the year"
          value={total}
          save={(amount) => edit.attempt({ id: view.plan.id, change: { budget: amount } })}
          locked={!editable}
        />
      </Sum>
    </div>
  );
}

interface SumProps {
  title: string;
  have: ReactNode;
  of: ReactNode;
  /** The filled part of the bar; nothing when there is nothing to compare with. */
  share: number | null;
  /** What is to be said about it, if anything. */
  state: string | null;
  children?: ReactNode;
}

function Sum({ title, have, of, share, state, children }: SumProps) {
  return (
    <div className={classes.sum}>
      <h3 className={classes.sumTitle}>{title}</h3>
      <p className={classes.figures}>
        <strong className={classes.big}>{have}</strong> <span className="soft">{of}</span>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" className={classes.bar} aria-hidden>
        <rect width="100" height="4" className={classes.barGround} />
        {share !== null && (
          <rect
            width={Math.min(100, share * 100)}
            height="4"
            className={classes.barFill}
            data-warn={state !== null}
          />
        )}
      </svg>
      {state && <p className={classes.state}>{state}</p>}
      {children}
    </div>
  );
}
