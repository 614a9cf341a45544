/** What the parts of an agreement take, whatever it is that is agreed: a plan, the definition of a qualified lead. */
import type { ReactNode } from 'react';
import type { AgreementView, SubjectKind, Version } from '../../api';

/** Something that stands between the draft and a proposal. */
export interface MissingItem {
  /** The section in which it can be mended. */
  section: string;
  /** The line it is about, where it is about one. */
  line: string | null;
  message: string;
}

export interface Agreed {
  kind: SubjectKind;
  /** What is agreed, by its identifier. */
  subject: string;
  /** What it is called: "Plan FY27". */
  title: string;
  /** The word for it in a sentence: "plan". */
  noun: string;
  agreement: AgreementView;
  /** The version that is read; null for the draft. */
  version: number | null;
  onePersonDoesBoth: boolean;
  missing: readonly MissingItem[];
  /** What is said where the draft says what both sides signed, where it is not a text that anyone can go on editing. */
  unchanged?: string;
  /** A link that leads to the page of a version; of the draft with null. */
  link: (version: number | null, words: ReactNode) => ReactNode;
  /** The way to take a version along; the draft with null. */
  exportMenu: (version: number | null) => ReactNode;
}

/** Returns a version's name in a sentence; the draft's with null. */
export const versionInWords = (version: number | null) =>
  version === null ? 'the draft' : `version ${version}`;

/** Returns the version a page is about: the one that is read, the one that waits, or the one in force. */
export function versionShown({ version, agreement }: Pick<Agreed, 'version' | 'agreement'>): Version | null {
  if (version !== null) return agreement.versions.find((known) => known.version === version) ?? null;
  return agreement.proposed ?? agreement.in_force;
}

/** Returns where an agreement stands, in a line under a title. */
export function standingInWords(
  { version, agreement }: Pick<Agreed, 'version' | 'agreement'>,
  day: (iso: string) => string,
): string {
  const { in_force: inForce, proposed, differences, next_version: next } = agreement;
  if (version !== null) return `Version ${version}, as it was signed`;
  if (proposed) return `Version ${proposed.version} is proposed and waits for signatures`;
  if (!inForce) return 'Draft, nothing is agreed yet';
  const since = inForce.in_force_since ? ` since ${day(inForce.in_force_since)}` : '';
  const draft = differences.length > 0 ? `; this is the draft of version ${next}` : '';
  return `Version ${inForce.version} in force${since}${draft}`;
}

/** Returns where an agreement stands in two words. */
export function standingBriefly({
  proposed,
  in_force: inForce,
}: Pick<AgreementView, 'proposed' | 'in_force'>): string {
  if (proposed) return 'proposed';
  return inForce ? `version ${inForce.version}` : 'draft';
}
