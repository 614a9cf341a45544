/** A proposal that waits: one half a side, the witness below, and the way back. */
import { Button } from '@mantine/core';
import { type Side, useAct, type Version } from '../../api';
import { useFormats } from '../formats/FormatsProvider';
import { SideBadge, sideNames } from '../parts/SideBadge';
import { SidePair } from '../parts/SidePair';
import classes from './Agreement.module.css';
import type { Agreed } from './agreed';
import { DifferenceList } from './DifferenceList';
import { useHere } from './useHere';
import { WithdrawButton } from './WithdrawButton';

interface ProposalProps {
  of: Agreed;
  proposed: Version;
}

export function Proposal({ of, proposed }: ProposalProps) {
  const { in_force: inForce, differences } = of.agreement;
  return (
    <div className={classes.step}>
      {inForce && (
        <DifferenceList title={`What version ${proposed.version} changes`} differences={differences} />
      )}
      <SidePair
        sales={<Half side="sales" of={of} proposed={proposed} />}
        marketing={<Half side="marketing" of={of} proposed={proposed} />}
      />
      <Witness of={of} proposed={proposed} />
      <WithdrawButton proposed={proposed} noun={of.noun} />
    </div>
  );
}

function signatureOf(proposed: Version, side: Side) {
  return proposed.signatures.find((signature) => signature.side === side);
}

/** One side's half: who signed, the button for the one who can, or who has to come to the keyboard. */
function Half({ side, of, proposed }: ProposalProps & { side: 'sales' | 'marketing' }) {
  const { here, people, isKnown } = useHere();
  const both = of.onePersonDoesBoth;
  if (signatureOf(proposed, side)) return <Signed proposed={proposed} side={side} />;
  if (!isKnown) return null;
  const canSign =
    here !== null && !here.has_left && (here.side === side || (both && here.side !== 'leadership'));
  if (canSign) {
    return (
      <>
        <SignButton side={side} person={here} proposed={proposed} />
        {both && (
          <p className="soft">
            One person does both jobs here, so the same name may stand on both halves. The documents say so.
          </p>
        )}
      </>
    );
  }
  const able = people.filter((person) => !person.has_left && person.side === side);
  if (able.length === 0) {
    return (
      <p>
        Nobody stands for {sideNames[side]} yet. Add somebody under People and settings, or say there that one
        person does both jobs.
      </p>
    );
  }
  return (
    <p>
      {here ? `${here.name} is at the keyboard. ` : ''}Choose {eitherOf(able.map((person) => person.name))} at
      the top to sign for {sideNames[side]}.
    </p>
  );
}

function eitherOf(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

interface SignButtonProps {
  side: Side;
  person: { id: string; name: string };
  proposed: Version;
}

function SignButton({ side, person, proposed }: SignButtonProps) {
  const sign = useAct('sign');
  return (
    <Button
      variant={side === 'leadership' ? 'default' : 'filled'}
      loading={sign.isRunning}
      onClick={() => void sign.run({ agreement: proposed.agreement, person: person.id, side })}
    >
      {side === 'leadership' ? `Witness as ${person.name}` : `Sign for ${sideNames[side]} as ${person.name}`}
    </Button>
  );
}

function Signed({ proposed, side }: { proposed: Version; side: Side }) {
  const { instant } = useFormats();
  const signature = signatureOf(proposed, side);
  if (!signature) return null;
  return (
    <p className={classes.signed}>
      <strong>{signature.name}</strong>
      {signature.role && `, ${signature.role}`}
      <br />
      <span className="soft">
        {side === 'leadership' ? 'witnessed' : 'signed'} {instant(signature.signed_at)}
      </span>
    </p>
  );
}

/** Leadership may stand by; it never decides for a side. */
function Witness({ of, proposed }: ProposalProps) {
  const { here, people } = useHere();
  const leaders = people.some((person) => person.side === 'leadership' && !person.has_left);
  const signature = signatureOf(proposed, 'leadership');
  if (!signature && !leaders) return null;
  return (
    <div className={classes.witness}>
      <SideBadge side="leadership" />
      {signature ? (
        <Signed proposed={proposed} side="leadership" />
      ) : here?.side === 'leadership' ? (
        <SignButton side="leadership" person={here} proposed={proposed} />
      ) : (
        <p className="soft">
          Leadership may witness. The {of.noun} comes into force with the two sides alone.
        </p>
      )}
    </div>
  );
}
