/** The seal, large, and where the agreement stands, in words. */
import type { Version } from '../../api';
import { useFormats } from '../formats/FormatsProvider';
import { Seal } from '../seal/Seal';
import { sealOf } from '../seal/sealOf';
import classes from './Agreement.module.css';
import { type Agreed, versionShown } from './agreed';

export function Standing({ of }: { of: Agreed }) {
  const version = versionShown(of);
  return (
    <div className={classes.standing}>
      <Seal {...sealOf(version)} size={112} of={of.title} />
      <div>
        <p className={classes.where}>{inOneLine(version)}</p>
        <Dates version={version} />
        {version?.one_person && (
          <p>
            One person signed for both sides. The documents say so, because this workspace has one person for
            both jobs.
          </p>
        )}
        {version && <Signatures version={version} />}
      </div>
    </div>
  );
}

function inOneLine(version: Version | null): string {
  if (!version) return 'A draft. Nothing is agreed yet.';
  switch (version.state) {
    case 'in_force':
      return `Version ${version.version} is in force.`;
    case 'superseded':
      return `Version ${version.version} was in force, and a later one has taken its place.`;
    case 'withdrawn':
      return 'This proposal was withdrawn.';
    default:
      return `Version ${version.version} is proposed. ${waitsFor(version)}`;
  }
}

function waitsFor({ signatures }: Version): string {
  const has = (side: 'sales' | 'marketing') => signatures.some((signature) => signature.side === side);
  if (has('sales')) return 'Sales has signed, it waits for Marketing.';
  return has('marketing') ? 'Marketing has signed, it waits for Sales.' : 'It waits for both sides to sign.';
}

function Dates({ version }: { version: Version | null }) {
  const { instant } = useFormats();
  if (!version) return null;
  return (
    <p className="soft">
      {version.in_force_since ? `Since ${instant(version.in_force_since)}. ` : ''}
      Proposed by {version.proposed_by} on {instant(version.proposed_at)}.
    </p>
  );
}

function Signatures({ version }: { version: Version }) {
  const { instant } = useFormats();
  if (version.state === 'proposed') return <Digest digest={version.digest} />;
  const words = { sales: 'for Sales', marketing: 'for Marketing', leadership: 'as witness, for Leadership' };
  return (
    <>
      <ul className={classes.signatures}>
        {version.signatures.map((signature) => (
          <li key={signature.id}>
            <strong>{signature.name}</strong>
            {signature.role && `, ${signature.role}`}, {words[signature.side]}, {instant(signature.signed_at)}
          </li>
        ))}
      </ul>
      <Digest digest={version.digest} />
    </>
  );
}

/** The digest of what was signed: the same text always has the same one. */
export function Digest({ digest }: { digest: string }) {
  return (
    <p className={classes.digest}>
      <span className="soft">Digest (SHA-256)</span> <code>{digest}</code>
    </p>
  );
}
