/**
 * What a room hands the page: one value with everything that the frame has to know of it. `rooms.ts` lists the rooms; the
 * frame (router, navigation, palette, first page, history) goes through that list and knows no room by name. All of this
 * comes with the first screen, so pages, dialogs and names of fields are loaded when somebody wants them.
 */
import type { AnyRoute, UseNavigateResult } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { Input, PromiseCase, QueryName, SearchHit, SubjectKind, Waiting } from '../api';
import type { UiCommand } from './commands/commands';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Whether the page takes the whole window, as one for the projector does: nothing of the frame stands around it. */
    wholeWindow?: true;
  }
}

export interface Room<Routes extends readonly AnyRoute[] = readonly AnyRoute[]> {
  /** Its name in the core, which stands with everything of it that is found or waits: `plan`. */
  name: string;
  /** Its addresses, under `root`. */
  routes: Routes;
  /** Its part of the navigation. */
  Navigation?: ComponentType;
  /** The heading under which its own commands stand in the palette. */
  commandGroup?: string;
  /** Its commands that are there wherever one is; a hook. */
  useCommands?: (ways: Ways) => readonly UiCommand[];
  /** Its dialogs that open wherever one is, by the names under which commands show them. */
  dialogs?: Readonly<Record<string, ComponentType<DialogProps>>>;
  /** What search finds of it. */
  hits?: Hits;
  /** The link that leads to where something is done that waits. */
  WaitingLink?: ComponentType<{ to: Waiting }>;
  /** The link that leads to what a promise of this room was made for: a request, for instance. */
  PromiseLink?: ComponentType<{ to: PromiseCase }>;
  /** What it has to say of something that is agreed: of a plan, for instance, what a review decided about it. */
  OfAgreed?: ComponentType<{ kind: SubjectKind; subject: string }>;
  /** What it has to say of the fiscal year before a plan, for whoever looks back in it. */
  OfYearBefore?: ComponentType<YearBefore>;
  /** What the first page shows of it. */
  home?: readonly HomeCard[];
  /** Where files go that were dropped on the window or handed to the program. */
  openArrivedFiles?: (navigate: Navigate) => void;
  /** What its part of the first screen asks; asked ahead (`platform/begin.js`). */
  firstQuestions?: readonly FirstQuestion[];
  /** What the history calls the fields of its tables. */
  fieldNames?: () => Promise<{ fieldNames: FieldNames }>;
}

/** The year before a plan, and the plan in which it is looked back on. */
export interface YearBefore {
  year: number;
  plan: string;
  /** Whether the plan takes points now. */
  editable: boolean;
}

/** What commands can do with the window. */
export interface Ways {
  navigate: Navigate;
  /** Opens the dialog of this name. */
  show: (dialog: string) => void;
}

export type Navigate = UseNavigateResult<string>;

export interface DialogProps {
  opened: boolean;
  onClose: () => void;
}

export interface Hits {
  /** What is found stands under this: "Among the leads". */
  label: string;
  /** The kind that goes without saying under this label: "Lead". */
  kind?: string;
  /** Opens what was found by this text. */
  open: (hit: SearchHit, navigate: Navigate, text: string) => void;
}

/** A fiscal year: as plans name it, from its first to its last day. */
export interface FiscalYear {
  year: number;
  label: string;
  first_day: string;
  last_day: string;
}

/** The first page is about one fiscal year: the one that runs, or else the latest that has a plan. */
export interface HomeCard {
  id: string;
  /** Where it stands among the others. The frame's own: 30 for what waits, 60 for what was done lately. */
  order: number;
  /** What it shows of the year; loaded lazily where it asks something of its own and so comes after the first screen. */
  Card: ComponentType<{ year: FiscalYear }>;
  /** What stands there before the first plan, if anything does. */
  BeforePlan?: ComponentType;
}

/** A question with what is asked. */
export type FirstQuestion = { [K in QueryName]: readonly [name: K, input: Input<K>] }[QueryName];

/** What fields are called that are not called by their own words, by the names of table and field in the file. */
export type FieldNames = Readonly<Record<string, Readonly<Record<string, string>>>>;
